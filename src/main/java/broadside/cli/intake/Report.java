package broadside.cli.intake;

import broadside.app.log.Visible;
import broadside.kit.problem.StartupFailure;
import broadside.transfer.Kind;
import broadside.transfer.Outcome;
import broadside.transfer.Outcome.Fate;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What became of every row: counted for people, and each that was not taken as it was on a line of its own in a file. */
public final class Report implements AutoCloseable {
    /** So many lines are shown as well. */
    private static final int SHOWN = 20;

    private final Map<Kind, Map<Fate, Long>> counts = new EnumMap<>(Kind.class);
    private final Path file;
    private final PrintWriter written;
    private final PrintWriter shown;
    private final List<String> first = new ArrayList<>();
    private long lines;

    private Report(Path file, PrintWriter written, PrintWriter shown) {
        this.file = file;
        this.written = written;
        this.shown = shown;
    }

    public static Report open(Path file, PrintWriter shown) {
        try {
            var written = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
            return new Report(file.toAbsolutePath().normalize(), written, shown);
        } catch (IOException refused) {
            throw new StartupFailure("The report cannot be written to " + file + ".", refused);
        }
    }

    /** A line of both. */
    public void say(String line) {
        written.println(line);
        written.flush();
        shown.println(line);
        shown.flush();
    }

    public void add(Kind kind, Outcome outcome) {
        counts.computeIfAbsent(kind, first -> new EnumMap<>(Fate.class)).merge(outcome.fate(), 1L, Long::sum);
        if (!outcome.reasons().isEmpty()) {
            detail(kind.word() + " " + outcome.place() + " "
                    + outcome.fate().name().toLowerCase(Locale.ROOT) + ": " + String.join("; ", outcome.reasons()));
        }
    }

    private void detail(String line) {
        lines++;
        written.println(Visible.text(line));
        if (lines <= SHOWN) {
            first.add(Visible.text(line));
        }
    }

    public long skipped() {
        return counts.values().stream()
                .mapToLong(fates -> fates.getOrDefault(Fate.SKIPPED, 0L))
                .sum();
    }

    /** The counts, as a table. */
    public void summary() {
        first.forEach(shown::println);
        if (lines > SHOWN) {
            shown.println("… and " + (lines - SHOWN) + " more lines in the file");
        }
        say(String.format(
                Locale.ROOT, "%-10s%10s%10s%10s%10s%10s", "", "found", "taken", "adapted", "before", "skipped"));
        counts.forEach((kind, fates) -> say(String.format(
                Locale.ROOT,
                "%-10s%10d%10d%10d%10d%10d",
                kind.word() + "s",
                fates.values().stream().mapToLong(Long::longValue).sum(),
                fates.getOrDefault(Fate.TAKEN, 0L),
                fates.getOrDefault(Fate.ADAPTED, 0L),
                fates.getOrDefault(Fate.PRESENT, 0L),
                fates.getOrDefault(Fate.SKIPPED, 0L))));
        shown.println("Report: " + file);
        shown.flush();
    }

    /** A report of nothing, since nothing could begin, is not left behind. */
    @Override
    public void close() {
        written.close();
        try {
            if (Files.size(file) == 0) {
                Files.delete(file);
            }
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
