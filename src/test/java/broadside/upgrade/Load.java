package broadside.upgrade;

import broadside.testing.Client;
import broadside.testing.Reply;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** People who write and read, one request after the other, until they are told to stop. */
final class Load implements AutoCloseable {
    private static final long BREATH = TimeUnit.MILLISECONDS.toNanos(10);
    private static final JsonObject NOTE = new JsonObject().put("body", "written under load");

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<?>> people = new ArrayList<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicLong slowest = new AtomicLong();
    private volatile boolean over;

    Load by(List<Client> clients) {
        clients.forEach(client -> people.add(threads.submit(() -> visit(client))));
        return this;
    }

    private void visit(Client client) {
        while (!over) {
            var post = ask(client, "POST", "/v1/posts", NOTE).header("Location").orElse("/v1/posts");
            ask(client, "GET", post, null);
            ask(client, "PUT", post + "/like", null);
            ask(client, "PATCH", post, new JsonObject().put("visibility", "followers"), "If-Match", "*");
            ask(client, "GET", "/v1/me/timeline", null);
            ask(client, "GET", "/v1/posts", null);
            ask(client, "DELETE", post + "/like", null);
        }
    }

    private Reply ask(Client client, String method, String path, @Nullable JsonObject body, String... headers) {
        LockSupport.parkNanos(BREATH);
        long begin = System.nanoTime();
        var reply = client.unchecked(method, path, body, headers);
        slowest.accumulateAndGet(System.nanoTime() - begin, Math::max);
        answered.incrementAndGet();
        if (reply.status() >= 300) {
            failures.add(method + " " + path + " was answered " + reply.status() + " " + reply.text());
        }
        return reply;
    }

    int answered() {
        return answered.get();
    }

    /** What was not answered as it should be. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    Duration slowest() {
        return Duration.ofNanos(slowest.get());
    }

    /** Everybody leaves once answered; fails when somebody was not answered at all. */
    @Override
    public void close() throws Exception {
        over = true;
        for (var one : people) {
            one.get();
        }
        threads.shutdown();
    }
}
