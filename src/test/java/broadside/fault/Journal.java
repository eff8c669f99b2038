package broadside.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.kit.db.DatabaseAddress;
import broadside.testing.Client;
import broadside.testing.Reply;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Writers who send each note under a key of its own until it is acknowledged, and write down the id it got. */
final class Journal implements AutoCloseable {
    private static final int WRITERS = 16;
    private static final Duration BETWEEN_FAULTS = Duration.ofMillis(2_500);
    private static final Duration LONGEST = Duration.ofSeconds(3);
    /** After each answer, and after none. */
    private static final Duration THINKING = Duration.ofMillis(20);

    /** Recovery after a crash syncs the whole folder first; that lasts as long as the disk is busy with other things. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final List<Future<?>> writers = new ArrayList<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final String mark = "journal " + UUID.randomUUID();
    private final Client author;
    private volatile boolean finishing;

    Journal(Client author) {
        this(author, WRITERS);
    }

    Journal(Client author, int count) {
        this.author = author;
        for (int writer = 0; writer < count; writer++) {
            writers.add(threads.submit(this::write));
        }
    }

    private void write() {
        while (!finishing) {
            var text = mark + " " + UUID.randomUUID();
            acknowledged.put(text, untilAcknowledged(text));
        }
    }

    private String untilAcknowledged(String text) {
        var key = UUID.randomUUID().toString();
        long latest = System.nanoTime() + PATIENCE.toNanos();
        var last = "nobody";
        while (System.nanoTime() < latest) {
            var reply = send(text, key);
            if (reply.isPresent() && reply.get().status() == 201) {
                return reply.get().json().getString("id");
            }
            last = reply.map(Reply::toString).orElse(last);
        }
        throw new AssertionError("never acknowledged, at last by " + last);
    }

    /** Empty when nobody is there or hangs up; any other answer comes in time and says that it is worth another try. */
    private Optional<Reply> send(String text, String key) {
        long begin = System.nanoTime();
        try {
            var reply =
                    author.unchecked("POST", "/v1/posts", new JsonObject().put("body", text), "Idempotency-Key", key);
            var time = Duration.ofNanos(System.nanoTime() - begin);
            assertTrue(time.compareTo(LONGEST) <= 0, () -> reply.status() + " after " + time);
            if (reply.status() != 201) {
                judge(reply);
            }
            return Optional.of(reply);
        } catch (IllegalStateException failure) {
            if (failure.getCause() instanceof IOException) {
                return Optional.empty();
            }
            throw failure;
        } finally {
            LockSupport.parkNanos(THINKING.toNanos());
        }
    }

    /** Under one's own key a request that is still being worked on is a conflict. */
    private void judge(Reply reply) {
        assertTrue(reply.status() == 503 || reply.status() == 409, reply::toString);
        assertTrue(reply.status() == 409 || reply.header("Retry-After").isPresent(), reply::toString);
        refused.incrementAndGet();
    }

    /** How many answers told to come back. */
    int refused() {
        return refused.get();
    }

    int acknowledged() {
        return acknowledged.size();
    }

    void goOn() throws InterruptedException {
        goOn(BETWEEN_FAULTS);
    }

    void goOn(Duration time) throws InterruptedException {
        assertTrue(!threads.awaitTermination(time.toMillis(), TimeUnit.MILLISECONDS));
        for (var writer : writers) {
            if (writer.isDone()) {
                throw new AssertionError("a writer has given up", reason(writer));
            }
        }
    }

    private static Exception reason(Future<?> writer) throws InterruptedException {
        try {
            writer.get();
            return new IllegalStateException("It has ended.");
        } catch (ExecutionException failure) {
            return failure;
        }
    }

    /** Everything begun is sent until it is acknowledged. */
    void finish() throws InterruptedException, ExecutionException {
        finishing = true;
        for (var writer : writers) {
            writer.get();
        }
    }

    /** Each note stands in the database as often as it was acknowledged: once, under the id that was told. */
    void check(DatabaseAddress database) throws SQLException {
        var stored = new TreeMap<String, String>();
        try (var connection = TestDatabase.connect(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select body, id from post where body like '" + mark + "%'")) {
            while (rows.next()) {
                assertEquals(null, stored.put(rows.getString(1), rows.getString(2)), "stored twice");
            }
        }
        assertTrue(stored.size() >= writers.size(), "too few to tell");
        assertEquals(new TreeMap<>(acknowledged), stored);
    }

    @Override
    public void close() {
        finishing = true;
        threads.shutdownNow();
    }
}
