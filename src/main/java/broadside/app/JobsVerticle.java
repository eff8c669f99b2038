package broadside.app;

import broadside.kit.job.Recurring;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Work that no request waits for. Any number of nodes may do it at once: rows are taken with skip locked. */
final class JobsVerticle extends AbstractVerticle {
    /** Not all at once, and not while the first requests come: each of them opens a connection. */
    private static final Duration BEGIN = Duration.ofMillis(500);

    private static final Duration APART = Duration.ofMillis(100);

    private final Rooms rooms;
    private final JobMeters meters;
    private final List<Recurring> jobs = new ArrayList<>();

    JobsVerticle(Rooms rooms, MeterRegistry registry) {
        this.rooms = rooms;
        this.meters = new JobMeters(registry);
    }

    @Override
    public void start() {
        var delay = BEGIN;
        for (var job : rooms.jobs()) {
            jobs.add(new Recurring(vertx, job.name(), job.pause(), meters.measured(job)).start(delay));
            delay = delay.plus(APART);
        }
    }

    @Override
    public void stop(Promise<Void> stopped) {
        Future.join(jobs.stream().map(Recurring::stop).toList())
                .<Void>mapEmpty()
                .onComplete(stopped);
    }
}
