package broadside.nodes;

import broadside.testing.Program;
import broadside.testing.RawClient;
import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Sends clients to those programs whose health check is good, each request on a connection of its own. */
final class Balancer implements AutoCloseable {
    private static final long CHECK_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final String END = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";

    /** One program and what is known of it. */
    private static final class Node {
        final Program program;
        volatile boolean ready;

        Node(Program program) {
            this.program = program;
        }
    }

    private final List<Node> nodes = new CopyOnWriteArrayList<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicInteger written = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final String token;
    private volatile boolean closed;

    Balancer(String token) {
        this.token = token;
        threads.execute(this::watch);
    }

    /** Takes a program in; it gets clients once it is ready. */
    void add(Program program) {
        nodes.add(new Node(program));
    }

    void remove(Program program) {
        nodes.removeIf(node -> node.program == program);
    }

    private void watch() {
        while (!closed) {
            nodes.forEach(node -> node.ready = Program.health(node.program.managementPort(), "ready") == 200);
            LockSupport.parkNanos(CHECK_NANOS);
        }
    }

    /** So many read and write from now on. */
    void visitors(int count) {
        for (int visitor = 0; visitor < count; visitor++) {
            threads.execute(this::visit);
        }
    }

    private void visit() {
        while (!closed) {
            var ready = nodes.stream().filter(node -> node.ready).toList();
            if (!ready.isEmpty()) {
                int number = turn.getAndIncrement();
                request(ready.get(number % ready.size()).program.port(), number);
            }
        }
    }

    private void request(int port, int number) {
        try (var client = new RawClient(port)) {
            if (number % 4 == 0) {
                write(client, number);
            } else {
                expect(200, client.say("GET /v1/posts?limit=5" + END + "\r\n").read());
            }
        } catch (IOException | RuntimeException failure) {
            failures.add(failure.toString());
        }
    }

    private void write(RawClient client, int number) throws IOException {
        var body = "{\"body\": \"rolling " + number + "\"}";
        client.say("POST /v1/posts" + END + "Authorization: Bearer " + token + "\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + body.length() + "\r\n\r\n" + body);
        if (expect(201, client.read())) {
            written.incrementAndGet();
        }
    }

    private boolean expect(int status, RawClient.Said said) {
        if (said.status() != status) {
            failures.add(said.status() + " " + said.text());
        }
        return said.status() == status;
    }

    int written() {
        return written.get();
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        threads.shutdown();
        threads.awaitTermination(10, TimeUnit.SECONDS);
    }
}
