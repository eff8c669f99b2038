package broadside.app.lint;

import java.util.Set;
import java.util.function.BiConsumer;

/** Rows are changed a batch at a time. */
final class DataRules {
    private static final Set<String> CHANGING = Set.of("update", "delete", "merge", "truncate", "with");

    private final Migration migration;
    private final BiConsumer<Rule, Integer> report;

    DataRules(Migration migration, BiConsumer<Rule, Integer> report) {
        this.migration = migration;
        this.report = report;
    }

    void check(Work work) {
        var statement = work.statement();
        if (CHANGING.stream().noneMatch(statement::starts)) {
            return;
        }
        var table = table(statement);
        if (!table.isEmpty() && !migration.creates(table) && !isBounded(work)) {
            report.accept(Rule.DATA, work.line());
        }
    }

    /** Whose rows are changed; empty: nobody's. */
    private static String table(SqlStatement statement) {
        var truncated = statement.starts("truncate") ? statement.at(1, "table") ? 2 : 1 : -1;
        var deleted = statement.find("delete", "from");
        var updated = statement.starts("update") ? 0 : statement.find("(", "update") + 1;
        var merged = statement.find("merge", "into");
        if (truncated > 0) {
            return statement.name(truncated);
        }
        if (deleted >= 0) {
            return statement.name(deleted + 2);
        }
        if (merged >= 0) {
            return statement.name(merged + 2);
        }
        var tail = statement.starts("with") && updated == 0 ? statement.find(")", "update") + 2 : updated + 1;
        return updated == 0 && statement.starts("with") && tail == 1 ? "" : statement.name(tail);
    }

    private boolean isBounded(Work work) {
        var statement = work.statement();
        var bounded = statement.has("limit")
                || statement.has("between")
                || (statement.has(">") && (statement.has("<=") || statement.has("<")));
        var inBlock = work.whole().starts("do");
        return bounded && (!inBlock || (work.isRepeatedAndCommitted() && !migration.inTransaction()));
    }
}
