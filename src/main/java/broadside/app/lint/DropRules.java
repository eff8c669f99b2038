package broadside.app.lint;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** Nothing goes while somebody may use it. */
final class DropRules {
    private static final Set<String> KINDS =
            Set.of("table", "view", "function", "procedure", "sequence", "type", "domain", "materialized");
    private static final Set<String> PARTS_NOBODY_NAMES =
            Set.of("constraint", "default", "not", "identity", "expression");

    private final Folder folder;
    private final Migration migration;
    private final Program program;
    private final BiConsumer<Rule, Integer> report;

    DropRules(Folder folder, Migration migration, Program program, BiConsumer<Rule, Integer> report) {
        this.folder = folder;
        this.migration = migration;
        this.program = program;
        this.report = report;
    }

    void check(SqlStatement statement) {
        if (statement.starts("drop") && KINDS.stream().anyMatch(kind -> statement.at(1, kind))) {
            var names = statement.from(statement.at(1, "materialized") ? 3 : 2);
            names.parts().forEach(name -> gone(statement, name.name(0)));
        } else if (statement.starts("alter", "table")) {
            alterTable(statement);
        } else if (statement.starts("alter") && statement.has("rename", "to")) {
            gone(statement, statement.name(2));
        }
    }

    private void alterTable(SqlStatement statement) {
        var table = statement.name(2);
        if (migration.creates(table)) {
            return;
        }
        for (var action : statement.from(statement.afterName(2)).parts()) {
            if (action.starts("rename", "to")) {
                gone(action, table);
            } else if (action.starts("rename") && !action.starts("rename", "constraint")) {
                goneColumn(action, table, action.name(action.at(1, "column") ? 2 : 1));
            } else if (action.starts("drop") && PARTS_NOBODY_NAMES.stream().noneMatch(part -> action.at(1, part))) {
                goneColumn(action, table, action.name(action.at(1, "column") ? 2 : 1));
            }
        }
    }

    private void gone(SqlStatement statement, String name) {
        if (!folder.isMadeAgain(migration, name)) {
            report(statement, List.of(name));
        }
    }

    private void goneColumn(SqlStatement action, String table, String column) {
        report(action, List.of(table, column));
    }

    private void report(SqlStatement statement, List<String> names) {
        report.accept(Rule.DROP, statement.line());
        if (program.uses(names)) {
            report.accept(Rule.STILL_USED, statement.line());
        }
    }
}
