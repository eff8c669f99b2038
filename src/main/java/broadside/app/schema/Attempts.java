package broadside.app.schema;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.flywaydb.core.api.output.MigrateOutput;
import org.flywaydb.core.internal.exception.FlywayMigrateException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies migrations beside nodes that serve. Whoever wants a table for itself holds up all who come after it while it waits, so a
 * migration may wait for a moment only ({@code lock_timeout}); it is tried again until it finds one in which the table is free.
 */
final class Attempts {
    /** Nobody is the worse for a long one: other nodes go on serving. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final SchemaLock lock;
    private final Duration patience;
    private final BooleanSupplier abandoned;
    private final Occupants occupants = new Occupants();
    private final List<MigrateOutput> applied = new ArrayList<>();

    Attempts(SchemaLock lock, Duration patience, BooleanSupplier abandoned) {
        this.lock = lock;
        this.patience = patience;
        this.abandoned = abandoned;
    }

    /**
     * What was applied.
     *
     * @param attempt applies what is still to come
     */
    List<MigrateOutput> until(Supplier<List<MigrateOutput>> attempt) {
        long begin = System.nanoTime();
        for (var pause = FIRST_PAUSE; ; pause = longer(pause)) {
            try {
                applied.addAll(attempt.get());
                return List.copyOf(applied);
            } catch (FlywayMigrateException failure) {
                if (!MigrationFailure.isOfALock(failure) || abandoned.getAsBoolean()) {
                    throw failure;
                }
                applied.addAll(failure.getErrorResult().getSuccessfulMigrations());
                look(failure);
                if (System.nanoTime() - begin > patience.toNanos()) {
                    throw MigrationFailure.inUse(failure, patience, occupants.advice());
                }
                rest(pause);
                makeWay();
            }
        }
    }

    private void look(FlywayMigrateException failure) {
        lock.on(connection -> {
            occupants.look(MigrationFailure.statement(failure), connection);
            return occupants;
        });
        LOG.info(
                "{} finds a table in use and tries again. {}",
                failure.getMigration().getScript(),
                occupants);
    }

    private void makeWay() {
        lock.on(connection -> {
            occupants.vacuumsMayGo(connection);
            return occupants;
        });
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
