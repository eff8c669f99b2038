package broadside.app.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Goes through migrations and says what would take a service down that runs meanwhile. */
public final class Lint {
    private final Folder folder;
    private final Program program;
    private final Set<String> released;

    /**
     * @param migrations every file of the folder, in order
     * @param released   pairs {@code file rule} that are allowed in files that do not change any more
     */
    public Lint(List<Migration> migrations, Program program, Set<String> released) {
        this.folder = new Folder(migrations);
        this.program = program;
        this.released = released;
    }

    /** Of all files, by file and line. */
    public List<Finding> findings() {
        return folder.migrations().stream()
                .flatMap(this::findings)
                .sorted(Comparator.comparing(Finding::file).thenComparing(Finding::line))
                .toList();
    }

    private Stream<Finding> findings(Migration migration) {
        var waivers = new Waivers(migration, released);
        var found = new ArrayList<Finding>();
        timeout(migration, found);
        for (var statement : migration.statements()) {
            BiConsumer<Rule, Integer> report = (rule, line) -> {
                if (!waivers.allow(statement, rule)) {
                    found.add(rule.in(migration, line));
                }
            };
            todo(statement, report);
            if (!migration.isUndo() && !statement.tokens().isEmpty()) {
                Work.of(statement).forEach(work -> check(migration, work, report));
            }
        }
        return Stream.concat(found.stream(), waivers.idle());
    }

    private void check(Migration migration, Work work, BiConsumer<Rule, Integer> report) {
        var statement = work.statement();
        if (statement.starts("alter", "table")) {
            new TableRules(folder, migration, report).check(statement);
        }
        new IndexRules(migration, report).check(statement);
        new DataRules(migration, report).check(work);
        new DropRules(folder, migration, program, report).check(statement);
        new ForeignKeys(folder).check(statement, report);
    }

    private static void timeout(Migration migration, List<Finding> found) {
        var first = migration.working().findFirst();
        if (first.isEmpty()) {
            return;
        }
        var statement = first.get();
        var at = statement.find("lock_timeout");
        var none = statement.tokens().stream().skip(at + 2L).anyMatch(token -> token.text()
                .matches("0+\\s*[a-z]*|default"));
        if (!statement.starts("set") || at < 0 || none) {
            found.add(Rule.LOCK_TIMEOUT.in(migration, statement.line()));
        } else if (!migration.inTransaction() && statement.has("local")) {
            found.add(Rule.SESSION_TIMEOUT.in(migration, statement.line()));
        }
    }

    private static void todo(SqlStatement statement, BiConsumer<Rule, Integer> report) {
        statement.comments().stream()
                .filter(comment -> comment.text().contains("TODO"))
                .forEach(comment -> report.accept(Rule.TODO, comment.line()));
    }
}
