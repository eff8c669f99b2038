package broadside.app.lint;

import java.util.Set;
import java.util.function.BiConsumer;

/** Indexes are made and dropped beside those who read and write. */
final class IndexRules {
    private static final Set<String> BESIDE = Set.of("set", "reset", "analyze", "comment");

    private final Migration migration;
    private final BiConsumer<Rule, Integer> report;

    IndexRules(Migration migration, BiConsumer<Rule, Integer> report) {
        this.migration = migration;
        this.report = report;
    }

    void check(SqlStatement statement) {
        if (isConcurrent(statement)) {
            if (migration.inTransaction()) {
                report.accept(Rule.CONCURRENTLY, statement.line());
            }
        } else if (makesIndex(statement)) {
            if (!migration.creates(statement.name(statement.find("on") + 1))) {
                report.accept(Rule.INDEX, statement.line());
            }
        } else if (statement.starts("drop", "index")) {
            report.accept(Rule.DROP_INDEX, statement.line());
        } else if (statement.starts("reindex") || statement.starts("cluster") || statement.starts("vacuum", "full")) {
            report.accept(Rule.REWRITE, statement.line());
        } else if (!standsBeside(statement) && hasConcurrent()) {
            report.accept(Rule.CONCURRENTLY, statement.line());
        }
    }

    static boolean makesIndex(SqlStatement statement) {
        return statement.starts("create", "index") || statement.starts("create", "unique", "index");
    }

    /** Whether it can be repeated, and needs no transaction with its neighbours. */
    private static boolean standsBeside(SqlStatement statement) {
        return BESIDE.contains(statement.tokens().get(0).text()) || statement.has("validate", "constraint");
    }

    private boolean hasConcurrent() {
        return migration.working().anyMatch(IndexRules::isConcurrent);
    }

    private static boolean isConcurrent(SqlStatement statement) {
        var ofIndexes = makesIndex(statement) || statement.starts("drop", "index") || statement.starts("reindex");
        return ofIndexes && statement.has("concurrently");
    }
}
