package broadside.cli.progress;

import broadside.app.backup.Watcher;
import java.io.Console;
import java.util.Locale;
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
        return new Progress(onTerminal(System.console()) ? bar(task, total) : null);
    }

    private static ProgressBar bar(String task, long total) {
        return new ProgressBarBuilder()
                .setTaskName(String.format(Locale.ROOT, "%-8s", task))
                .setInitialMax(total == 0 ? -1 : total)
                .setStyle(ProgressBarStyle.ASCII)
                .build();
    }

    /** From Java 22 on there may be a console without a terminal, and a way to ask. */
    private static boolean onTerminal(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException olderJava) {
            return true;
        }
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
