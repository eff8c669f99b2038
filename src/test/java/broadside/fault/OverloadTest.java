package broadside.fault;

import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Client;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** More than can be done: what is too much is refused in time, and the rest is done. */
@Tag("any-server")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OverloadTest {
    private static final int LOG_INS = 200;
    private static final int WRITERS = 700;

    private Server server;
    private Faults faults;

    @BeforeAll
    void start() {
        server = Server.start(Map.of());
        faults = new Faults(server);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void moreLogInsThanHandsForThem() throws Exception {
        var name = Client.name();
        var anybody = server.client();
        anybody.register(name);
        var body = new JsonObject().put("login", name).put("password", Client.PASSWORD);
        var answers = atOnce(LOG_INS, "logging in", () -> anybody.unchecked("POST", "/v1/sessions", body));
        assertTrue(answers.served() > 0, "nobody was let in");
        assertTrue(answers.refused() > 0, "all were let in, that was no overload");
        faults.everythingWorks();
    }

    @Test
    void moreWritersThanThePoolAndItsQueueHold() throws Exception {
        var susan = faults.visitor().susan();
        try (var other = TestDatabase.connect(server.database());
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table post in access exclusive mode");
            var answers = atOnce(WRITERS, "writing", () -> susan.unchecked("POST", "/v1/posts", Visitor.text()));
            assertTrue(answers.refused() == WRITERS, "the table is locked");
            other.rollback();
        }
        faults.everythingWorks();
    }

    private static Answers atOnce(int people, String what, Supplier<broadside.testing.Reply> request)
            throws InterruptedException {
        var answers = new Answers();
        var gate = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(people);
        for (int person = 0; person < people; person++) {
            threads.execute(() -> {
                try {
                    gate.await();
                    answers.ask(what, request);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        gate.countDown();
        threads.shutdown();
        assertTrue(threads.awaitTermination(1, TimeUnit.MINUTES), "somebody was never answered");
        answers.check();
        return answers;
    }
}
