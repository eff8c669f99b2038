package broadside.app.schema;

import broadside.app.schema.Step.State;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A history for people to read.
 *
 * @param foreign how many tables are there that no migration made, in a database without a history
 */
public record Outlook(History history, int foreign) {
    private static final List<String> HEAD = List.of("version", "description", "state", "when (UTC)", "by", "took");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
    static final String TABLES = """
            select count(*)::int from pg_class
            where relkind in ('r', 'p') and relnamespace = current_schema()::regnamespace
              and relname not in ('flyway_schema_history', 'schema_undo')""";

    public static Outlook of(Migrations migrations) {
        var history = migrations.history();
        return new Outlook(history, history.applied().isEmpty() ? migrations.count(TABLES) : 0);
    }

    /** Whether the database has no tables yet, whoever's. */
    public boolean isEmpty() {
        return history.applied().isEmpty() && foreign == 0;
    }

    /** Whether every migration is applied as this program has it, and no other. */
    public boolean isNewest() {
        return history.in(State.APPLIED).equals(history.steps());
    }

    /** One line for each migration under a head. */
    public List<String> table() {
        var rows = Stream.concat(Stream.of(HEAD), history.steps().stream().map(Outlook::row))
                .toList();
        var widths = IntStream.range(0, HEAD.size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static List<String> row(Step step) {
        return List.of(
                step.version(),
                step.description(),
                step.state().toString(),
                step.at() == null ? "" : TIME.format(step.at()),
                step.by() == null ? "" : step.by(),
                step.took() == null ? "" : step.took().toMillis() + " ms");
    }

    private static String line(List<String> row, int[] widths) {
        var cells = new ArrayList<String>();
        for (int column = 0; column < widths.length; column++) {
            cells.add(row.get(column)
                    + " ".repeat(widths[column] - row.get(column).length()));
        }
        return String.join("  ", cells).stripTrailing();
    }

    /** What to do next, in one line. */
    public String next() {
        return Stream.of(
                        advice(State.NEWER, "The database is newer than this program (%s): use the newer program."),
                        advice(State.MISSING, "This program does not have %s: use the program that made the database."),
                        advice(
                                State.CHANGED,
                                "%s was changed after it was applied: restore the file, and put what"
                                        + " is new into a migration of its own (broadside db new)."),
                        advice(
                                State.SKIPPED,
                                "Later migrations were applied without %s: use the program that made the"
                                        + " database, or restore a backup."),
                        advice(State.FAILED, "%s failed half-way: broadside db migrate goes on with it."))
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElseGet(this::wayOn);
    }

    private String advice(State state, String line) {
        var names = history.in(state).stream().map(Step::name).collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : line.formatted(names);
    }

    private String wayOn() {
        int pending = history.toCome().size();
        if (foreign > 0) {
            return "The database has tables (" + foreign + ") but no history: broadside db adopt takes it over.";
        }
        if (pending > 0) {
            return (pending == 1 ? "1 migration is" : pending + " migrations are")
                    + " pending: broadside db migrate applies " + (pending == 1 ? "it." : "them.");
        }
        return "Nothing to do: the database is at the newest version this program has.";
    }
}
