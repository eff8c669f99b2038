package broadside.start;

import broadside.testing.Program;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Sends clients to a program, each request on a connection of its own, until its health check says that it leaves. */
final class Balancer {
    private static final long CHECK_NANOS = 200_000_000;

    private final int port;
    private final int managementPort;
    private final AtomicInteger served = new AtomicInteger();
    private final AtomicInteger servedWhileLeaving = new AtomicInteger();
    private final AtomicLong checked = new AtomicLong(System.nanoTime());
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private volatile boolean ready = true;

    Balancer(int port, int managementPort) {
        this.port = port;
        this.managementPort = managementPort;
    }

    /** One client's requests, one after another, for as long as it is sent there. */
    void visit() {
        while (ready) {
            check();
            request();
        }
    }

    private void check() {
        var last = checked.get();
        if (System.nanoTime() > last + CHECK_NANOS && checked.compareAndSet(last, System.nanoTime())) {
            ready = Program.health(managementPort, "ready") == 200;
        }
    }

    private void request() {
        try (var wire = new Wire(port)) {
            var answer = wire.get("/v1/posts");
            if (answer.status() != 200) {
                failures.add(answer.head());
            }
            served.incrementAndGet();
            servedWhileLeaving.addAndGet(answer.closes() ? 1 : 0);
        } catch (IOException failure) {
            failures.add(failure.toString());
        }
    }

    int served() {
        return served.get();
    }

    /** How many were told that their connection ends. */
    int servedWhileLeaving() {
        return servedWhileLeaving.get();
    }

    List<String> failures() {
        return List.copyOf(failures);
    }
}
