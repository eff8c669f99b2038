package broadside.cli.progress;

import broadside.app.backup.Watcher;
import broadside.app.log.Terminal;
import java.util.Locale;
import java.util.function.Supplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows people on a terminal how far something is, and nobody else. */
public final class Progress implements Watcher {
    private final @Nullable ProgressBar bar;

    private Progress(@Nullable ProgressBar bar) {
        this.bar = bar;
    }

    /** @param total of rows; 0: unknown */
    public static Progress of(String task, long total) {
        return new Progress(Terminal.isThere() ? bar(task, total) : null);
    }

    /** Shows that something goes on, of which nobody knows how far it is. */
    public static <T> T during(String task, Supplier<T> work) {
        var shown = of(task, 0);
        try {
            return work.get();
        } finally {
            shown.close();
        }
    }

    private static ProgressBar bar(String task, long total) {
        return new ProgressBarBuilder()
                .setTaskName(String.format(Locale.ROOT, "%-8s", task))
                .setInitialMax(total == 0 ? -1 : total)
                .setStyle(ProgressBarStyle.ASCII)
                .build();
    }

    @Override
    public void step(long rows) {
        if (bar != null) {
            bar.stepBy(rows);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
