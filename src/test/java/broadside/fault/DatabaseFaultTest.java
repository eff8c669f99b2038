package broadside.fault;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadside.kit.json.Times;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** PostgreSQL stops where it is, dies, restarts or throws everybody out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabaseFaultTest {
    private static final Duration DUE = Duration.ofSeconds(10);

    private BreakableDatabase database;
    private Server server;
    private Faults faults;

    @BeforeAll
    void start() throws Exception {
        assumeTrue(TestDatabase.isEmbedded(), "an external database is not ours to break");
        database = BreakableDatabase.open();
        server = Server.start(database.address(), Map.of());
        faults = new Faults(server);
    }

    @AfterAll
    void stop() throws Exception {
        if (server != null) {
            server.close();
            database.close();
        }
    }

    @Test
    void pausedThreeTimes() throws Exception {
        for (int round = 0; round < 3; round++) {
            faults.during(database::pause, database::resume);
        }
    }

    @Test
    void killed() throws Exception {
        faults.during(database::kill, database::awaitUp);
    }

    @Test
    void restarted() throws Exception {
        faults.during(database::stop, database::awaitUp);
    }

    @Test
    void everybodyThrownOutTwice() throws Exception {
        faults.during(database::terminateBackends, database::terminateBackends);
    }

    @Test
    void passwordChanged() throws Exception {
        var password = database.address().password();
        try (var superuser = database.superuser()) {
            faults.during(
                    () -> database.changePassword(superuser, "another"),
                    () -> database.changePassword(superuser, password));
        }
    }

    @Test
    void jobsGoOn() throws Exception {
        database.kill();
        database.awaitUp();
        faults.everythingWorks();
        var susan = faults.visitor().susan();
        var due = Times.format(Instant.now().plusSeconds(1));
        var post = susan.post(
                "/v1/posts", Visitor.text().put("status", "scheduled").put("publishAt", due));
        var path = post.expect(201).header("Location").orElseThrow();
        long latest = System.nanoTime() + DUE.toNanos();
        while (!susan.get(path).json().getString("status").equals("published")) {
            assertTrue(System.nanoTime() < latest, "it is due and not published");
        }
    }

    @Test
    void whatWasAcknowledgedIsStoredOnce() throws Exception {
        try (var journal = new Journal(faults.visitor().susan())) {
            database.pause();
            journal.goOn();
            database.resume();
            journal.goOn();
            database.kill();
            database.awaitUp();
            journal.goOn();
            database.terminateBackends();
            journal.goOn();
            database.stop();
            database.awaitUp();
            journal.finish();
            journal.check(server.database());
        }
    }
}
