package broadside.app;

import broadside.kit.job.Recurring;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;

/** Work that no request waits for. Any number of nodes may do it at once: rows are taken with skip locked. */
final class JobsVerticle extends AbstractVerticle {
    private final Rooms rooms;
    private final JobMeters meters;
    private final List<Recurring> jobs = new ArrayList<>();

    JobsVerticle(Rooms rooms, MeterRegistry registry) {
        this.rooms = rooms;
        this.meters = new JobMeters(registry);
    }

    @Override
    public void start() {
        rooms.jobs()
                .forEach(job -> jobs.add(new Recurring(vertx, job.name(), job.pause(), meters.measured(job)).start()));
    }

    @Override
    public void stop(Promise<Void> stopped) {
        Future.join(jobs.stream().map(Recurring::stop).toList())
                .<Void>mapEmpty()
                .onComplete(stopped);
    }
}
