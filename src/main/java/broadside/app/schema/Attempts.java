package broadside.app.schema;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.flywaydb.core.api.output.MigrateOutput;
import org.flywaydb.core.api.output.MigrateResult;
import org.flywaydb.core.internal.exception.FlywayMigrateException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies migrations beside nodes that serve. Whoever wants a table for itself holds up all who come after it while it waits, so a
 * migration may wait for a moment only ({@code lock_timeout}); it is tried again until it finds one in which the table is free.
 */
final class Attempts {
    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final BooleanSupplier abandoned;
    private final List<MigrateOutput> applied = new ArrayList<>();

    Attempts(BooleanSupplier abandoned) {
        this.abandoned = abandoned;
    }

    /**
     * What was applied.
     *
     * @param attempt applies what is still to come
     */
    List<MigrateOutput> until(Supplier<MigrateResult> attempt) {
        long begin = System.nanoTime();
        for (var pause = FIRST_PAUSE; ; pause = longer(pause)) {
            try {
                applied.addAll(attempt.get().migrations);
                return List.copyOf(applied);
            } catch (FlywayMigrateException failure) {
                if (!MigrationFailure.isOfALock(failure)
                        || abandoned.getAsBoolean()
                        || System.nanoTime() - begin > PATIENCE.toNanos()) {
                    throw failure;
                }
                applied.addAll(failure.getErrorResult().getSuccessfulMigrations());
                LOG.info(
                        "{} finds a table in use and tries again",
                        failure.getMigration().getScript());
                rest(pause);
            }
        }
    }

    private static Duration longer(Duration pause) {
        var twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    private static void rest(Duration pause) {
        try {
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
