package broadside.cli.posts;

import broadside.cli.intake.Lines;
import broadside.kit.json.StrictJson;
import broadside.kit.problem.Problem;
import broadside.kit.problem.StartupFailure;
import broadside.transfer.SourceEntry;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A post a line. */
final class JsonLines implements Entries {
    /** More than any post takes, however it is written. */
    private static final int LONGEST_LINE = 4 << 20;

    private final String name;
    private final Lines lines;
    private final EntryReader reader;
    private final AutoCloseable whole;

    /**
     * Reads from a stream, which is closed in the end.
     *
     * @param name  of the file, for people
     * @param whole what the stream is part of, closed in the end
     */
    JsonLines(String name, InputStream in, EntryReader reader, AutoCloseable whole) {
        this.name = name;
        this.lines = new Lines(in, LONGEST_LINE);
        this.reader = reader;
        this.whole = whole;
    }

    @Override
    public long count() {
        return 0;
    }

    @Override
    public @Nullable Entry next() {
        try {
            var line = lines.next();
            while (line != null && line.isBlank()) {
                line = lines.next();
            }
            return line == null ? null : new Entry(entry(line), 4 * line.bytes().length);
        } catch (IOException failure) {
            throw new StartupFailure(
                    name + " cannot be read to its end: " + failure.getMessage()
                            + ". What was brought so far is kept: run the command again to go on.",
                    failure);
        }
    }

    private SourceEntry entry(Lines.Line line) {
        var place = name + " line " + line.number();
        var key = SourceEntry.keyOfText(line.bytes());
        if (!line.whole()) {
            return EntryReader.unreadable(key, place, "it is longer than " + (LONGEST_LINE >> 20) + " MiB");
        }
        try {
            return reader.read(StrictJson.object(Buffer.buffer(line.bytes())), key, place, List.of(), List.of());
        } catch (Problem wrong) {
            return EntryReader.unreadable(key, place, reason(wrong));
        }
    }

    private static String reason(Problem wrong) {
        return wrong.violations().isEmpty()
                ? "it is no JSON object: " + EntryReader.sentence(wrong.detail())
                : EntryReader.sentence(wrong.violations().get(0).pointer().substring(1) + ": "
                        + wrong.violations().get(0).detail());
    }

    @Override
    public List<String> remarks() {
        return List.of();
    }

    @Override
    public void close() {
        try (whole) {
            lines.close();
        } catch (Exception failure) {
            // Nothing was written; there is nothing to lose.
        }
    }
}
