package broadside.app.log;

import ch.qos.logback.classic.spi.IThrowableProxy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A failure as lines: what it is, where it happened, and what it came from. Messages are made visible, since others write them. */
final class Trace {
    private static final int FRAMES = 20;
    private static final int CAUSES = 8;

    private Trace() {}

    static List<String> lines(@Nullable IThrowableProxy failure) {
        var lines = new ArrayList<String>();
        var told = failure;
        for (int depth = 0; told != null && depth < CAUSES; depth++) {
            lines.add((depth == 0 ? "" : "Caused by: ") + title(told));
            for (int i = 0; i < Math.min(FRAMES, told.getStackTraceElementProxyArray().length); i++) {
                lines.add("\t" + told.getStackTraceElementProxyArray()[i].getSTEAsString());
            }
            told = told.getCause();
        }
        return lines;
    }

    private static String title(IThrowableProxy failure) {
        var message = failure.getMessage();
        return failure.getClassName() + (message == null ? "" : ": " + Visible.text(message));
    }
}
