package broadside.app.lint;

import java.util.List;
import java.util.stream.Stream;

/**
 * A file of migrations.
 *
 * @param inTransaction whether all of it is one transaction
 */
public record Migration(String file, boolean inTransaction, List<SqlStatement> statements) {
    /** @param inTransaction false when a {@code .conf} beside the file says {@code executeInTransaction=false} */
    public static Migration of(String file, String sql, boolean inTransaction) {
        return new Migration(file, inTransaction, SqlStatement.split(Tokens.of(sql, 1)));
    }

    boolean isUndo() {
        return file.startsWith("U");
    }

    /** Those that do something. */
    Stream<SqlStatement> working() {
        return statements.stream().filter(statement -> !statement.tokens().isEmpty());
    }

    boolean creates(String table) {
        return working().filter(statement -> statement.starts("create")).anyMatch(statement -> {
            var at = statement.find("table");
            return at >= 0 && at <= 2 && statement.name(at + 1).equals(table);
        });
    }
}
