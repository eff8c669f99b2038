package broadside.app.schema;

import static java.nio.charset.StandardCharsets.UTF_8;

import broadside.kit.problem.StartupFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.postgresql.core.Parser;

/** A file of SQL statements. */
public record Script(String name, String text) {
    private static final Pattern COMMENT = Pattern.compile("(?s)/[*].*?[*]/|--[^\\n]*");
    /** What may stand in a script that is run outside transactions and taken back without a trial. */
    private static final Pattern INDEX = Pattern.compile("(create (unique )?index|drop index|reindex) .*|(re)?set .*|");

    /** One of its statements and the line it begins in. */
    record Piece(int line, String sql) {
        String bare() {
            return COMMENT.matcher(sql)
                    .replaceAll(" ")
                    .strip()
                    .replaceAll("\\s+", " ")
                    .toLowerCase(Locale.ROOT);
        }
    }

    /** Whether it builds or drops indexes without locking their tables, which PostgreSQL does outside transactions only. */
    boolean isOutsideTransactions() {
        return pieces().stream()
                .anyMatch(piece -> piece.bare().matches("(create|drop|reindex)\\b.* concurrently\\b.*"));
    }

    boolean isOnlyAboutIndexes() {
        return pieces().stream().allMatch(piece -> INDEX.matcher(piece.bare()).matches());
    }

    /** What Flyway notes of it: the CRC-32 of its lines, without their ends, in UTF-8. */
    int checksum() {
        var sum = new CRC32();
        text.lines().forEach(line -> sum.update(line.getBytes(UTF_8)));
        return (int) sum.getValue();
    }

    List<Piece> pieces() {
        var pieces = new ArrayList<Piece>();
        int from = 0;
        for (var query : parsed()) {
            int start = Math.max(from, text.indexOf(query.strip(), from));
            pieces.add(new Piece(1 + newlines(text.substring(0, start)), query.strip()));
            from = Math.min(text.length(), start + query.strip().length());
        }
        return List.copyOf(pieces);
    }

    private List<String> parsed() {
        try {
            return Parser.parseJdbcSql(text, true, false, true, false, false).stream()
                    .map(query -> query.nativeSql)
                    .toList();
        } catch (SQLException failure) {
            throw new StartupFailure(name + " cannot be read: " + failure.getMessage(), failure);
        }
    }

    /** @throws StartupFailure with the line and what the server says */
    void run(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (var piece : pieces()) {
                try {
                    statement.execute(piece.sql());
                } catch (SQLException failure) {
                    var trouble = new Trouble(piece.line(), piece.sql(), failure);
                    throw new StartupFailure(
                            name + " failed in line " + trouble.line() + " (" + trouble.reason() + ")", failure);
                }
            }
        }
    }

    static int newlines(String text) {
        return (int) text.chars().filter(character -> character == '\n').count();
    }
}
