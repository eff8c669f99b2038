package broadside.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.kit.db.DatabaseAddress;
import broadside.testing.Client;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Writers who send each note under a key of its own until it is acknowledged, and write down the id it got. */
final class Journal implements AutoCloseable {
    private static final int WRITERS = 16;
    private static final Duration BETWEEN_FAULTS = Duration.ofMillis(2_500);

    /** Recovery after a crash syncs the whole folder first; that lasts as long as the disk is busy with other things. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final List<Future<?>> writers = new ArrayList<>();
    private final Client author;
    private volatile boolean finishing;

    Journal(Client author) {
        this.author = author;
        for (int writer = 0; writer < WRITERS; writer++) {
            writers.add(threads.submit(this::write));
        }
    }

    private void write() {
        while (!finishing) {
            var text = "journal " + UUID.randomUUID();
            acknowledged.put(text, untilAcknowledged(text));
        }
    }

    private String untilAcknowledged(String text) {
        var key = UUID.randomUUID().toString();
        long latest = System.nanoTime() + PATIENCE.toNanos();
        var last = "";
        while (System.nanoTime() < latest) {
            var reply =
                    author.unchecked("POST", "/v1/posts", new JsonObject().put("body", text), "Idempotency-Key", key);
            if (reply.status() == 201) {
                return reply.json().getString("id");
            }
            assertTrue(reply.status() == 503 || reply.status() == 409, reply::toString);
            last = reply.toString();
        }
        throw new AssertionError("never acknowledged, at last " + last);
    }

    void goOn() throws InterruptedException {
        assertTrue(!threads.awaitTermination(BETWEEN_FAULTS.toMillis(), TimeUnit.MILLISECONDS));
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
                var rows = statement.executeQuery("select body, id from post where body like 'journal %'")) {
            while (rows.next()) {
                assertEquals(null, stored.put(rows.getString(1), rows.getString(2)), "stored twice");
            }
        }
        assertTrue(stored.size() > WRITERS, "too few to tell");
        assertEquals(new TreeMap<>(acknowledged), stored);
    }

    @Override
    public void close() {
        finishing = true;
        threads.shutdownNow();
    }
}
