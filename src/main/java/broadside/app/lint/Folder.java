package broadside.app.lint;

import java.util.List;
import java.util.stream.Stream;

/** All migrations, in their order: what one of them may do depends on those before it. */
record Folder(List<Migration> migrations) {
    /** Everything that ran before a statement and is committed by then. */
    private Stream<SqlStatement> before(Migration migration, SqlStatement statement) {
        var earlier = migrations.stream()
                .takeWhile(other -> !other.equals(migration))
                .filter(other -> !other.isUndo())
                .flatMap(Migration::working);
        return migration.inTransaction()
                ? earlier
                : Stream.concat(earlier, migration.working().takeWhile(other -> !other.equals(statement)));
    }

    /** Whether a validated check says that the column is not null: then PostgreSQL need not look. */
    boolean isKnownToBeThere(Migration migration, SqlStatement statement, String table, String column) {
        var before = before(migration, statement)
                .filter(other -> other.starts("alter", "table") && other.name(2).equals(table))
                .toList();
        return before.stream()
                .filter(other -> isPresenceCheck(other, column))
                .map(other -> other.name(other.find("add", "constraint") + 2))
                .anyMatch(name -> before.stream().anyMatch(other -> validates(other, name)));
    }

    private static boolean isPresenceCheck(SqlStatement statement, String column) {
        var at = statement.find("is", "not", "null");
        return statement.has("add", "constraint")
                && statement.has("check")
                && at > 0
                && statement.tokens().get(at - 1).text().equals(column);
    }

    private static boolean validates(SqlStatement statement, String constraint) {
        var at = statement.find("validate", "constraint");
        return at >= 0 && statement.name(at + 2).equals(constraint);
    }

    /** Whether this migration or one after it makes something of the name. */
    boolean isMadeAgain(Migration migration, String name) {
        return migrations.stream()
                .dropWhile(other -> !other.equals(migration))
                .filter(other -> !other.isUndo())
                .flatMap(Migration::working)
                .filter(statement -> statement.starts("create"))
                .anyMatch(statement -> statement.tokens().stream()
                        .limit(8)
                        .anyMatch(token -> token.isName() && token.text().equals(name)));
    }
}
