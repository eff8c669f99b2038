package broadside.cli.microblog;

import broadside.cli.intake.Moment;
import broadside.kit.text.WellFormed;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one row, whatever stands in it, and remembers what had to be changed. A column that the table does not have is null. */
final class Cells {
    private static final char REPLACEMENT = '\uFFFD';

    private final ResultSet row;
    private final Set<String> columns;
    private final List<String> changes = new ArrayList<>();

    Cells(ResultSet row, Set<String> columns) {
        this.row = row;
        this.columns = columns;
    }

    List<String> changes() {
        return List.copyOf(changes);
    }

    void change(String what) {
        changes.add(what);
    }

    long id() throws SQLException {
        return row.getLong("id");
    }

    /** A text that can be stored: what cannot be is left out. */
    @Nullable
    String text(String column) throws SQLException {
        var text = columns.contains(column) ? row.getString(column) : null;
        if (text == null) {
            return null;
        }
        if (text.indexOf(REPLACEMENT) >= 0 && !isText(row.getBytes(column))) {
            change("had bytes in its " + column + " that are no text");
        }
        if (WellFormed.text(text)) {
            return text;
        }
        change("had characters in its " + column + " that cannot be kept");
        return text.codePoints()
                .filter(letter -> WellFormed.text(Character.toString(letter)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isText(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException wrong) {
            return false;
        }
    }

    @Nullable
    Instant time(String column) throws SQLException {
        var text = columns.contains(column) ? row.getString(column) : null;
        if (text == null) {
            return null;
        }
        var time = Moment.parse(text);
        if (time.isEmpty()) {
            change("had a " + column + " that is no time");
        }
        return time.orElse(null);
    }

    @Nullable
    Long number(String column) throws SQLException {
        return columns.contains(column) && row.getObject(column) instanceof Number number ? number.longValue() : null;
    }
}
