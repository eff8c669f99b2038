package broadside.kit.job;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Something to be done again and again.
 *
 * @param pause between the end of one run and the beginning of the next
 */
public record Job(String name, Duration pause, Supplier<Future<?>> work) {}
