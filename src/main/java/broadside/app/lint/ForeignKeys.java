package broadside.app.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every foreign key of a migration has an index that begins with its columns, made anywhere in the folder. */
final class ForeignKeys {
    private final Folder folder;

    ForeignKeys(Folder folder) {
        this.folder = folder;
    }

    private record Columns(String table, List<String> names) {}

    void check(SqlStatement statement, BiConsumer<Rule, Integer> report) {
        var table = table(statement);
        if (table.isEmpty()) {
            return;
        }
        for (var part : parts(statement)) {
            var columns = foreignKey(part);
            if (!columns.isEmpty() && !isIndexed(new Columns(table, columns))) {
                report.accept(Rule.FOREIGN_KEY_INDEX, part.line());
            }
        }
    }

    private static String table(SqlStatement statement) {
        if (statement.starts("alter", "table")) {
            return statement.name(2);
        }
        var at = statement.starts("create") ? statement.find("table") : -1;
        return at > 0 && at <= 2 ? statement.name(at + 1) : "";
    }

    /** Definitions of columns and constraints. */
    private static List<SqlStatement> parts(SqlStatement statement) {
        if (statement.starts("alter", "table")) {
            return statement.from(statement.afterName(2)).parts();
        }
        return statement.within(statement.find("(")).parts();
    }

    private static List<String> foreignKey(SqlStatement part) {
        var keyed = part.find("foreign", "key");
        if (keyed >= 0) {
            return names(part.within(keyed + 2));
        }
        return part.has("references") ? List.of(column(part)) : List.of();
    }

    private static String column(SqlStatement part) {
        var at = part.starts("add", "column") ? 2 : part.starts("add") ? 1 : 0;
        return part.name(at);
    }

    private static List<String> names(SqlStatement list) {
        return list.parts().stream()
                .filter(part -> !part.tokens().isEmpty())
                .map(part -> part.name(0))
                .toList();
    }

    private boolean isIndexed(Columns key) {
        return folder.migrations().stream()
                .filter(migration -> !migration.isUndo())
                .flatMap(Migration::working)
                .flatMap(ForeignKeys::indexes)
                .filter(index -> index.table().equals(key.table()))
                .anyMatch(index -> begins(index.names(), key.names()));
    }

    private static boolean begins(List<String> index, List<String> key) {
        return index.size() >= key.size()
                && Set.copyOf(index.subList(0, key.size())).equals(new HashSet<>(key));
    }

    private static Stream<Columns> indexes(SqlStatement statement) {
        if (IndexRules.makesIndex(statement)) {
            return isOfAllKeys(statement) ? Stream.of(ofIndex(statement)) : Stream.empty();
        }
        var table = table(statement);
        return table.isEmpty() ? Stream.empty() : ofConstraints(table, statement).stream();
    }

    /** An index of some rows serves only where the others have no key. */
    private static boolean isOfAllKeys(SqlStatement statement) {
        var condition = statement.find("where");
        return condition < 0
                || statement.from(condition).tokens().stream()
                        .skip(1)
                        .filter(token -> !token.is("(") && !token.is(")"))
                        .skip(1)
                        .map(Token::text)
                        .collect(Collectors.joining(" "))
                        .equals("is not null");
    }

    private static Columns ofIndex(SqlStatement statement) {
        var at = statement.find("on") + 1;
        var list = statement.from(statement.afterName(at));
        return new Columns(statement.name(at), names(list.within(list.find("("))));
    }

    private static List<Columns> ofConstraints(String table, SqlStatement statement) {
        var found = new ArrayList<Columns>();
        for (var part : parts(statement)) {
            var at = Math.max(part.find("primary", "key") + 2, part.has("unique") ? part.find("unique") + 1 : 0);
            if (part.has("primary", "key") || part.has("unique")) {
                var listed = names(part.within(at));
                found.add(new Columns(table, listed.isEmpty() ? List.of(column(part)) : listed));
            }
        }
        return found;
    }
}
