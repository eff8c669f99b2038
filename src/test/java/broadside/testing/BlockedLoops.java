package broadside.testing;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.impl.btc.BlockedThreadEvent;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Notes every event loop that one of our own frames held for longer than a client should notice: waiting for that long, or computing
 * for that long in its own CPU time, since on a busy machine the clock alone says little.
 */
final class BlockedLoops {
    private static final int LIMIT_MILLIS = 200;
    private static final long LIMIT_NANOS = LIMIT_MILLIS * 1_000_000L;
    private static final Queue<String> FOUND = new ConcurrentLinkedQueue<>();
    /** Of each thread that is held: the CPU time it had when that was first seen. */
    private static final Map<Long, Held> HELD = new ConcurrentHashMap<>();

    private BlockedLoops() {}

    private record Held(long since, long cpu) {}

    /** Options of a Vert.x whose event loops can be watched. */
    static VertxOptions options() {
        return new VertxOptions()
                .setMaxEventLoopExecuteTime(LIMIT_MILLIS)
                .setMaxEventLoopExecuteTimeUnit(TimeUnit.MILLISECONDS)
                .setBlockedThreadCheckInterval(50)
                .setBlockedThreadCheckIntervalUnit(TimeUnit.MILLISECONDS);
    }

    /** From now on, once the first requests have loaded their classes. */
    static void watch(Vertx vertx) {
        ((VertxInternal) vertx).blockedThreadChecker().setThreadBlockedHandler(BlockedLoops::note);
    }

    private static void note(BlockedThreadEvent event) {
        var thread = event.thread();
        var stack = thread.getStackTrace();
        var ours = Arrays.stream(stack).anyMatch(frame -> frame.getClassName().startsWith("broadside."));
        if (ours && thread.getName().contains("eventloop") && held(thread, event.duration())) {
            FOUND.add(event.duration() / 1_000_000 + " ms on " + thread.getName() + " (" + thread.getState() + ")\n    "
                    + Arrays.stream(stack).limit(30).map(String::valueOf).collect(Collectors.joining("\n    ")));
        }
    }

    private static boolean held(Thread thread, long duration) {
        if (thread.getState() != Thread.State.RUNNABLE) {
            return true;
        }
        var cpu = ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId());
        var since = (System.nanoTime() - duration) / LIMIT_NANOS;
        var first = HELD.compute(
                thread.getId(),
                (id, known) -> known != null && Math.abs(known.since() - since) <= 1 ? known : new Held(since, cpu));
        return cpu - first.cpu() > LIMIT_NANOS;
    }

    /** Forgets what was found while the first requests of this JVM loaded classes. */
    static void forget() {
        FOUND.clear();
    }

    /** Fails when one was found; each exchange of a test asks. */
    static void check() {
        var found = FOUND.poll();
        if (found != null) {
            throw new AssertionError("an event loop was blocked for " + found);
        }
    }
}
