package broadside.cli.posts;

import broadside.cli.intake.Delivery;
import broadside.cli.intake.Report;
import broadside.cli.progress.Progress;
import broadside.kit.problem.StartupFailure;
import broadside.transfer.Imports;
import broadside.transfer.Kind;
import broadside.transfer.SourceEntry;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings the posts of one file or folder. */
public final class PostPassage implements AutoCloseable {
    private static final int LONGEST_NAME = 300;
    private static final int MOST = 100;
    /** So much is held at once. */
    private static final int BATCH_BYTES = 8 << 20;

    private final Entries entries;
    private final String name;
    private final boolean rehearsal;
    private final Report report;

    private PostPassage(Entries entries, String name, boolean rehearsal, Report report) {
        this.entries = entries;
        this.name = name;
        this.rehearsal = rehearsal;
        this.report = report;
    }

    /**
     * What was asked for.
     *
     * @param from   a file or a folder
     * @param name   what the source is known by; null: by its path
     * @param author of what does not say who wrote it; null: such is refused
     */
    public record Order(
            Path from, @Nullable String name, @Nullable String author, boolean rehearsal, Path report) {}

    /** Opens the source and the report; fails with one line for people. */
    public static PostPassage open(Order order, PrintWriter shown, Clock clock) {
        var name = order.name() == null ? path(order.from()) : order.name();
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw new StartupFailure("Give the source a --name of 1 to " + LONGEST_NAME + " characters.");
        }
        var entries = PostFiles.open(order.from(), new EntryReader(order.author(), clock), clock);
        try {
            return new PostPassage(entries, name, order.rehearsal(), Report.open(order.report(), shown));
        } catch (StartupFailure failure) {
            entries.close();
            throw failure;
        }
    }

    private static String path(Path from) {
        try {
            return "posts:" + from.toRealPath();
        } catch (IOException missing) {
            throw new StartupFailure("There is no file or folder " + from + ", or it cannot be read.", missing);
        }
    }

    /**
     * Brings all of it. Blocks until then.
     *
     * @return how many were skipped
     */
    public long run(Imports imports) {
        var run = imports.from(name, rehearsal);
        report.say((rehearsal ? "Rehearsal: nothing is written. " : "") + "From " + name);
        var delivery = new Delivery<SourceEntry>(run::entries, outcome -> report.add(Kind.POST, outcome));
        try (Progress progress = Progress.of("posts", entries.count())) {
            for (var batch = batch(); !batch.isEmpty(); batch = batch()) {
                delivery.deliver(batch);
                progress.step(batch.size());
            }
        }
        entries.remarks().forEach(report::say);
        report.summary();
        return report.skipped();
    }

    private List<SourceEntry> batch() {
        var batch = new ArrayList<SourceEntry>();
        int held = 0;
        while (batch.size() < MOST && held < BATCH_BYTES) {
            var entry = entries.next();
            if (entry == null) {
                return batch;
            }
            batch.add(entry.post());
            held += entry.size();
        }
        return batch;
    }

    @Override
    public void close() {
        report.close();
        entries.close();
    }
}
