package broadside.kit.job;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does a job again and again: one run at a time, a pause after each, and a failure only ends that run. */
public final class Recurring {
    private static final Logger LOG = LoggerFactory.getLogger(Recurring.class);

    private final Vertx vertx;
    private final String name;
    private final Duration pause;
    private final Supplier<Future<?>> job;
    private boolean stopped;
    private boolean failing;
    private Future<?> running = Future.succeededFuture();

    public Recurring(Vertx vertx, String name, Duration pause, Supplier<Future<?>> job) {
        this.vertx = vertx;
        this.name = name;
        this.pause = pause;
        this.job = job;
    }

    /**
     * Runs it after a while and then after each pause. Call on the event loop that is to run it.
     *
     * @param delay before the first run
     */
    public Recurring start(Duration delay) {
        vertx.setTimer(delay.toMillis(), begin -> run());
        return this;
    }

    private void run() {
        if (stopped) {
            return;
        }
        running = Future.<Void>succeededFuture()
                .compose(go -> job.get())
                .onSuccess(done -> failing = false)
                .onFailure(this::tell);
        running.onComplete(done -> vertx.setTimer(pause.toMillis(), again -> run()));
    }

    /** Once for a row of failures: a database that is away is told of elsewhere too. */
    private void tell(Throwable failure) {
        if (!failing) {
            failing = true;
            LOG.warn("{} failed and is tried again: {}", name, failure.toString());
        }
    }

    /** Ends it after the run under way. */
    public Future<Void> stop() {
        stopped = true;
        return running.transform(done -> Future.succeededFuture());
    }
}
