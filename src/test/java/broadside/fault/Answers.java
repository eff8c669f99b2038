package broadside.fault;

import broadside.testing.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Judges answers: each comes in time, and what cannot be served is told by a 503 that says when to come back. */
final class Answers {
    private static final Duration LONGEST = Duration.ofSeconds(3);

    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicInteger served = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile String lastRefusal = "nothing was refused";

    /** Asks and judges; whether it was served. */
    boolean ask(String what, Supplier<Reply> question) {
        long begin = System.nanoTime();
        try {
            var reply = question.get();
            return judge(what, reply, Duration.ofNanos(System.nanoTime() - begin));
        } catch (RuntimeException | AssertionError failure) {
            wrong.add(what + " after " + (System.nanoTime() - begin) / 1_000_000 + " ms: " + failure + " "
                    + failure.getCause());
            return false;
        }
    }

    private boolean judge(String what, Reply reply, Duration time) {
        if (time.compareTo(LONGEST) > 0) {
            wrong.add(what + " was answered " + reply.status() + " after " + time.toMillis()
                    + " ms; the log has the program's own time of request "
                    + reply.header("X-Request-Id").orElse("?"));
        }
        if (reply.status() < 300) {
            served.incrementAndGet();
            return true;
        }
        if (reply.status() != 503 || reply.header("Retry-After").isEmpty()) {
            wrong.add(what + " was answered " + reply.status() + " " + reply.text());
        }
        refused.incrementAndGet();
        lastRefusal = what + " was answered " + reply.text() + " after " + time.toMillis() + " ms";
        return false;
    }

    String lastRefusal() {
        return lastRefusal;
    }

    int served() {
        return served.get();
    }

    int refused() {
        return refused.get();
    }

    /** Fails when any answer was late or of a wrong kind. */
    void check() {
        if (!wrong.isEmpty()) {
            var some = List.copyOf(wrong).stream().limit(20).toList();
            throw new AssertionError(wrong.size() + " wrong answers beside " + served + " served and " + refused
                    + " refused:\n" + String.join("\n", some));
        }
    }
}
