package broadside.kit.time;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Any number of deadlines of one length. They pass in the order in which they were set, so a queue and one timer watch them all;
 * a timer for each is a good part of what a short read costs. They pass up to a twentieth of a second late.
 */
public final class Deadlines {
    private static final int LOOK_EVERY_MILLIS = 50;

    private final Vertx vertx;
    private final long nanos;
    private final Queue<Deadline> running = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean watched = new AtomicBoolean();

    public Deadlines(Vertx vertx, Duration length) {
        this.vertx = vertx;
        this.nanos = length.toNanos();
    }

    /** Runs {@code late}, in the context of whoever calls this, unless what is returned is met before. */
    public Deadline set(Runnable late) {
        var deadline = new Deadline(vertx.getOrCreateContext(), System.nanoTime() + nanos, late);
        running.add(deadline);
        watch();
        return deadline;
    }

    private void watch() {
        if (!watched.get() && watched.compareAndSet(false, true)) {
            vertx.setTimer(LOOK_EVERY_MILLIS, look -> look());
        }
    }

    private void look() {
        long now = System.nanoTime();
        for (var first = running.peek(); first != null && first.isOver(now); first = running.peek()) {
            running.poll();
            first.pass();
        }
        watched.set(false);
        if (!running.isEmpty()) {
            watch();
        }
    }

    /** One that is running. */
    public static final class Deadline {
        private final Context context;
        private final long end;
        private final AtomicReference<@Nullable Runnable> late;

        private Deadline(Context context, long end, Runnable late) {
            this.context = context;
            this.end = end;
            this.late = new AtomicReference<>(late);
        }

        /** Whether it was met in time: false where it has passed. */
        public boolean meet() {
            return late.getAndSet(null) != null;
        }

        private boolean isOver(long now) {
            return late.get() == null || end - now <= 0;
        }

        private void pass() {
            var missed = late.getAndSet(null);
            if (missed != null) {
                context.runOnContext(now -> missed.run());
            }
        }
    }
}
