package broadside.app;

import broadside.kit.job.Recurring;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;

/** Work that no request waits for. Any number of nodes may do it at once: rows are taken with skip locked. */
final class JobsVerticle extends AbstractVerticle {
    private final Rooms rooms;
    private final List<Recurring> jobs = new ArrayList<>();

    JobsVerticle(Rooms rooms) {
        this.rooms = rooms;
    }

    @Override
    public void start() {
        rooms.jobs().forEach(job -> jobs.add(new Recurring(vertx, job.name(), job.pause(), job.work()).start()));
    }

    @Override
    public void stop(Promise<Void> stopped) {
        Future.join(jobs.stream().map(Recurring::stop).toList())
                .<Void>mapEmpty()
                .onComplete(stopped);
    }
}
