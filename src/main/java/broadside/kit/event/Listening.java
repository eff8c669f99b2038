package broadside.kit.event;

import broadside.kit.db.Wakeups;
import broadside.kit.event.EventReader.Mark;
import broadside.kit.event.EventReader.Seen;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands every event that is finished after the start to a listener, once and in order. A notification only says that it is time
 * to look; a slow poll finds what a lost notification would have told.
 */
public final class Listening {
    private static final Logger LOG = LoggerFactory.getLogger(Listening.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Vertx vertx;
    private final EventReader reader;
    private final Wakeups wakeups;
    private final Consumer<Event> listener;
    private volatile @Nullable Mark mark;
    private boolean reading;
    private boolean again;
    private boolean stopped;

    public Listening(Vertx vertx, EventReader reader, Wakeups wakeups, Consumer<Event> listener) {
        this.vertx = vertx;
        this.reader = reader;
        this.wakeups = wakeups;
        this.listener = listener;
    }

    /** Begins with what is not finished yet. Call it, and {@link #stop}, on the event loop that is to do the reading. */
    public Future<Void> start() {
        wakeups.on(Outbox.CHANNEL, this::look);
        vertx.setPeriodic(POLL.toMillis(), tick -> look());
        return reader.now().map(now -> {
            mark = now;
            return null;
        });
    }

    /** How old the oldest event is that was not handed over yet, in seconds; 0 where there is none. */
    public Future<Double> lag() {
        var here = mark;
        return here == null ? Future.failedFuture("not started") : reader.lag(here);
    }

    private void look() {
        var here = mark;
        if (stopped || here == null) {
            return;
        }
        again = reading;
        if (!reading) {
            reading = true;
            reader.after(here).onSuccess(this::hand).onFailure(this::later).onComplete(done -> finished());
        }
    }

    private void hand(List<Seen> events) {
        for (var seen : events) {
            mark = seen.mark();
            tell(seen.event());
        }
        again = again || !events.isEmpty();
    }

    /** One event that cannot be taken must not keep the next from being heard. */
    private void tell(Event event) {
        try {
            listener.accept(event);
        } catch (RuntimeException failure) {
            LOG.error(
                    "Nobody could take the event {} of {} {}",
                    event.kind(),
                    event.subjectType(),
                    event.subjectId(),
                    failure);
        }
    }

    private void later(Throwable failure) {
        LOG.debug("Events cannot be read now", failure);
        again = false;
    }

    private void finished() {
        reading = false;
        if (again) {
            look();
        }
    }

    public Future<Void> stop() {
        stopped = true;
        return wakeups.close();
    }
}
