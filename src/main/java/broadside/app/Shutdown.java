package broadside.app;

import broadside.app.log.Log;
import broadside.app.telemetry.Telemetry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What happens on SIGTERM and Ctrl-C: tell the load balancer, go on for the drain time, take no more connections, finish what is
 * under way, close the database.
 */
public final class Shutdown implements Runnable {
    private static final Duration FINISH = Duration.ofSeconds(4);
    /** A request that has come in by the end of accepting may not have been read yet. */
    private static final Duration QUIET = Duration.ofMillis(250);

    private static final Duration CLOSE = Duration.ofSeconds(5);
    private static final long LOOK_MILLIS = 10;

    private final Vertx vertx;
    private final StartupVerticle startup;
    private final Telemetry telemetry;
    private final Duration drain;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CountDownLatch done = new CountDownLatch(1);

    public Shutdown(Vertx vertx, StartupVerticle startup, Telemetry telemetry, Duration drain) {
        this.vertx = vertx;
        this.telemetry = telemetry;
        this.startup = startup;
        this.drain = drain;
    }

    /** As a shutdown hook: a stop by signal ends with exit code 0, during the start too; after a failed start nothing is left to do. */
    @Override
    public void run() {
        if (begun.compareAndSet(false, true)) {
            stop();
            telemetry.close();
            Log.close();
            Runtime.getRuntime().halt(0);
        }
        await();
    }

    /** Closes everything after a failed start; false when a signal has begun to already, which then ends the program. */
    public boolean afterFailure() {
        if (!begun.compareAndSet(false, true)) {
            return false;
        }
        within(CLOSE, vertx.close());
        done.countDown();
        return true;
    }

    void stop() {
        startup.readiness().drain();
        startup.traffic().drain();
        if (startup.isUp()) {
            pause(drain.toMillis());
            Acceptors.close(vertx, startup.running().port());
            finish();
        } else {
            within(FINISH, startup.abandon().otherwiseEmpty());
        }
        within(CLOSE, vertx.close());
    }

    private void finish() {
        var latest = System.nanoTime() + FINISH.toNanos();
        var quietSince = System.nanoTime();
        while (System.nanoTime() < Math.min(latest, quietSince + QUIET.toNanos())) {
            pause(LOOK_MILLIS);
            quietSince = startup.traffic().underWay() > 0 ? System.nanoTime() : quietSince;
        }
    }

    private static void within(Duration patience, Future<Void> end) {
        try {
            end.toCompletionStage().toCompletableFuture().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (Exception late) {
            System.err.println("broadside: stopped without waiting any longer: " + late);
        }
    }

    private void await() {
        try {
            done.await(CLOSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
