package broadside.app;

import broadside.kit.db.DatabaseAddress;
import broadside.kit.db.Probe;
import broadside.kit.problem.StartupFailure;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for a database that is not there yet; a database that is there and will not do is a start-up failure. */
final class DatabaseWait {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWait.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    /** Short enough that the program is up within two seconds of its database. */
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(1_000);

    private static final int OLDEST = 150_000;

    private final Vertx vertx;
    private final DatabaseAddress address;

    DatabaseWait(Vertx vertx, DatabaseAddress address) {
        this.vertx = vertx;
        this.address = address;
    }

    /** Waits as long as it takes, or until the start is given up. */
    Future<Void> until(BooleanSupplier abandoned) {
        return attempt(FIRST_PAUSE, abandoned);
    }

    /** Does not wait: for a command that somebody sits in front of. */
    Future<Void> once() {
        return Probe.version(vertx, address).transform(result -> {
            if (result.succeeded()) {
                return accept(result.result());
            }
            var reason = Probe.refusal(result.cause())
                    .orElseGet(() -> String.valueOf(result.cause().getMessage()));
            return Future.failedFuture(refused(reason));
        });
    }

    private Future<Void> attempt(Duration pause, BooleanSupplier abandoned) {
        if (abandoned.getAsBoolean()) {
            return Future.failedFuture("abandoned");
        }
        return Probe.version(vertx, address).transform(result -> {
            if (result.succeeded()) {
                return accept(result.result());
            }
            return Probe.refusal(result.cause())
                    .<Future<Void>>map(reason -> Future.failedFuture(refused(reason)))
                    .orElseGet(() -> again(pause, abandoned, result.cause()));
        });
    }

    private Future<Void> accept(int version) {
        if (version >= OLDEST) {
            return Future.succeededFuture();
        }
        return Future.failedFuture(new StartupFailure("The database " + address + " is PostgreSQL " + version / 10_000
                + ", which is too old: use PostgreSQL 15 or newer."));
    }

    private StartupFailure refused(String reason) {
        return new StartupFailure(
                "The database " + address + " does not let us in (" + reason + "): check DATABASE_URL.");
    }

    private Future<Void> again(Duration pause, BooleanSupplier abandoned, Throwable cause) {
        if (pause.equals(FIRST_PAUSE)) {
            LOG.warn("Waiting for the database {}: {}", address, cause.getMessage());
        }
        Promise<Void> waited = Promise.promise();
        vertx.setTimer(pause.toMillis(), done -> waited.complete());
        var next = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        return waited.future().compose(done -> attempt(next, abandoned));
    }
}
