package broadside.app.log;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import org.slf4j.LoggerFactory;

/** The log of this process. Lines are written by a thread of their own, so that no event loop waits for whoever reads them. */
public final class Log {
    private Log() {}

    /** How lines look from now on. */
    public static void use(LogFormat format) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getLogger(Logger.ROOT_LOGGER_NAME)
                    .iteratorForAppenders()
                    .forEachRemaining(appender -> use(format, appender));
        }
    }

    private static void use(LogFormat format, Appender<?> appender) {
        if (appender instanceof LogQueue queue) {
            queue.format(format);
        } else if (appender instanceof OutputStreamAppender<?> stream
                && stream.getEncoder() instanceof LogLines lines) {
            lines.format(format);
        }
    }

    /** Writes what is still waiting to be written, within a second; nothing is logged afterwards. */
    public static void close() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.stop();
        }
    }
}
