package broadside.app.log;

import ch.qos.logback.classic.ClassicConstants;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.Map;

/**
 * What is logged unless a file is named ({@code -Dlogback.configurationFile}): our own news, and warnings of others. In Java, since
 * to read it from XML takes a start 50 ms.
 */
public final class LogSetup extends ContextAwareBase implements Configurator {
    private static final Map<String, Level> LEVELS = Map.of(
            Logger.ROOT_LOGGER_NAME,
            Level.WARN,
            "broadside",
            Level.INFO,
            // What these warn of is met in our own code or means nothing to who runs the program.
            "org.hibernate",
            Level.ERROR,
            "org.hibernate.reactive.pool.impl.SqlClientConnection",
            Level.OFF,
            "org.flywaydb",
            Level.OFF,
            // At the end of the program: that somebody could not be told any more.
            "io.netty.util.concurrent.DefaultPromise.rejectedExecution",
            Level.OFF);

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        if (System.getProperty(ClassicConstants.CONFIG_FILE_PROPERTY) != null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        LEVELS.forEach((name, level) -> context.getLogger(name).setLevel(level));
        var queue = new LogQueue();
        queue.setContext(context);
        queue.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(queue);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
