package broadside.app.schema;

import java.sql.SQLException;
import org.postgresql.util.PSQLException;

/**
 * A statement of a script that failed.
 *
 * @param first the line the statement begins in
 */
record Trouble(int first, String sql, SQLException failure) {
    /** The line the server points at, else the one the statement begins in. */
    int line() {
        int position = failure instanceof PSQLException told && told.getServerErrorMessage() != null
                ? told.getServerErrorMessage().getPosition()
                : 0;
        return first + Script.newlines(sql.substring(0, Math.min(Math.max(0, position - 1), sql.length())));
    }

    String reason() {
        return reason(failure);
    }

    /** The first line of what a failure says, without the word for how bad it is and without a full stop. */
    static String reason(Throwable failure) {
        return String.valueOf(failure.getMessage())
                .lines()
                .findFirst()
                .orElse("")
                .replaceFirst("^(ERROR|FATAL): ", "")
                .replaceFirst("\\.$", "");
    }
}
