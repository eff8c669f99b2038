package broadside.app;

import broadside.kit.job.Job;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** How long each job takes, how often it fails, and when it was last done. */
final class JobMeters {
    private final MeterRegistry registry;

    JobMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** The job's work, measured. */
    Supplier<Future<?>> measured(Job job) {
        var done = timer(job, "done");
        var failed = timer(job, "failed");
        var last = lastDone(job);
        return () -> {
            long begun = System.nanoTime();
            return Future.<Void>succeededFuture()
                    .<Object>compose(go -> job.work().get().map(Object.class::cast))
                    .onSuccess(result -> {
                        done.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
                        last.set(System.currentTimeMillis());
                    })
                    .onFailure(failure -> failed.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS));
        };
    }

    private Timer timer(Job job, String outcome) {
        return Timer.builder("broadside.jobs")
                .description("Runs of what is done in the background")
                .tag("job", job.name())
                .tag("outcome", outcome)
                .register(registry);
    }

    private AtomicLong lastDone(Job job) {
        var last = new AtomicLong();
        Gauge.builder("broadside.jobs.last.done", last, millis -> millis.get() / 1e3)
                .description("When the last run ended well, in seconds since 1970; 0: none yet")
                .baseUnit("seconds")
                .tag("job", job.name())
                .strongReference(true)
                .register(registry);
        return last;
    }
}
