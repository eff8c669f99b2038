package broadside.app.lint;

import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/** What {@code alter table} does to a table that has rows and readers. */
final class TableRules {
    private static final Set<String> CONSTRAINTS =
            Set.of("constraint", "check", "unique", "primary", "foreign", "exclude");
    private static final Set<String> ENDS_A_DEFAULT =
            Set.of("check", "references", "unique", "primary", "not", "null", "constraint", "collate", "generated");
    private static final Set<String> CHANGES_NOTHING_LATER =
            Set.of("now", "transaction_timestamp", "statement_timestamp", "numeric", "varchar", "char", "decimal");
    private static final Set<String> COUNTING = Set.of("serial", "bigserial", "smallserial");

    private final Folder folder;
    private final Migration migration;
    private final BiConsumer<Rule, Integer> report;

    TableRules(Folder folder, Migration migration, BiConsumer<Rule, Integer> report) {
        this.folder = folder;
        this.migration = migration;
        this.report = report;
    }

    void check(SqlStatement statement) {
        var table = statement.name(2);
        if (migration.creates(table)) {
            return;
        }
        var at = statement.afterName(2);
        statement.from(at).parts().forEach(action -> action(table, statement, action));
    }

    private void action(String table, SqlStatement statement, SqlStatement action) {
        if (action.starts("add")) {
            add(action);
        } else if (action.starts("alter")) {
            alter(table, statement, action);
        } else if (action.starts("validate", "constraint")) {
            validate(action);
        } else if (action.starts("set", "logged")
                || action.starts("set", "unlogged")
                || action.starts("set", "tablespace")
                || action.starts("set", "access")) {
            report(Rule.REWRITE, action);
        }
    }

    private void add(SqlStatement action) {
        var isConstraint = CONSTRAINTS.stream().anyMatch(word -> action.at(1, word));
        if (isConstraint) {
            addConstraint(action);
        } else {
            addColumn(action);
        }
    }

    private void addConstraint(SqlStatement action) {
        var keyed = action.has("unique") || action.has("primary", "key") || action.has("exclude");
        var safe = keyed ? action.has("using", "index") : action.has("not", "valid");
        if (!safe) {
            var required = action.at(1, "constraint") && action.at(action.afterName(2), "not", "null");
            report(required ? Rule.NOT_NULL : Rule.CONSTRAINT, action);
        }
    }

    private void addColumn(SqlStatement action) {
        var filled = action.has("default");
        if (action.has("stored")
                || action.has("identity")
                || COUNTING.stream().anyMatch(action::has)
                || changes(action)) {
            report(Rule.REWRITE, action);
        } else if (action.has("not", "null") && !filled && !action.has("generated")) {
            report(Rule.NOT_NULL, action);
        }
        if (action.has("check") || action.has("references") || action.has("unique") || action.has("primary", "key")) {
            report(Rule.CONSTRAINT, action);
        }
    }

    /** Whether each row would get a default of its own, which PostgreSQL has to write into it. */
    private static boolean changes(SqlStatement action) {
        var start = action.find("default");
        if (start < 0) {
            return false;
        }
        var tokens = action.tokens();
        return IntStream.range(start + 1, tokens.size() - 1)
                .takeWhile(at -> ENDS_A_DEFAULT.stream().noneMatch(word -> action.at(at, word)))
                .anyMatch(at -> tokens.get(at).isName()
                        && action.at(at + 1, "(")
                        && !CHANGES_NOTHING_LATER.contains(tokens.get(at).text()));
    }

    private void alter(String table, SqlStatement statement, SqlStatement action) {
        var at = action.at(1, "column") ? 2 : 1;
        var column = action.name(at);
        var change = action.from(action.afterName(at));
        if (change.starts("type") || change.starts("set", "data", "type")) {
            report(Rule.REWRITE, action);
        } else if (change.starts("set", "not", "null")
                && !folder.isKnownToBeThere(migration, statement, table, column)) {
            report(Rule.NOT_NULL, action);
        }
    }

    private void validate(SqlStatement action) {
        var name = action.name(2);
        var added = migration
                .working()
                .anyMatch(other ->
                        other.starts("alter", "table") && other.parts().stream().anyMatch(part -> adds(part, name)));
        if (migration.inTransaction() && added) {
            report(Rule.VALIDATE, action);
        }
    }

    private static boolean adds(SqlStatement part, String constraint) {
        var at = part.find("add", "constraint");
        return at >= 0 && part.name(at + 2).equals(constraint);
    }

    private void report(Rule rule, SqlStatement action) {
        report.accept(rule, action.line());
    }
}
