package broadside.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.DatabaseProxy;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The way to the database is silent, breaks, or loses an answer; or somebody else there is in the way. */
@Tag("any-server")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NetworkFaultTest {
    private DatabaseProxy proxy;
    private Server server;
    private Faults faults;

    @BeforeAll
    void start() {
        proxy = DatabaseProxy.to(TestDatabase.migrated());
        server = Server.start(proxy.address(), Map.of());
        faults = new Faults(server);
    }

    @AfterAll
    void stop() throws Exception {
        server.close();
        proxy.close();
    }

    @Test
    void silent() throws Exception {
        faults.during(proxy::hold, proxy::release);
    }

    @Test
    void silentAndThenBroken() throws Exception {
        faults.during(proxy::hold, () -> {
            proxy.cut();
            proxy.release();
        });
    }

    @Test
    void brokenTwice() throws Exception {
        faults.during(proxy::cut, proxy::cut);
    }

    @Test
    void resetTwice() throws Exception {
        faults.during(proxy::resetConnections, proxy::resetConnections);
    }

    /** Each message takes so long, there and back; what needs several of them in turn may be too late. */
    @Test
    void delayed() throws Exception {
        faults.during(() -> proxy.delay(Duration.ofMillis(150)), () -> proxy.delay(Duration.ZERO));
    }

    @Test
    void tableLocked() throws Exception {
        try (var other = TestDatabase.connect(server.database())) {
            other.setAutoCommit(false);
            faults.during(() -> lock(other), other::rollback);
        }
    }

    @Test
    void whatNeedsNoLockIsServedBesideALockedTable() throws Exception {
        var susan = faults.visitor().susan();
        try (var other = TestDatabase.connect(server.database())) {
            other.setAutoCommit(false);
            lock(other);
            assertEquals(503, susan.get("/v1/posts").status());
            susan.get("/v1/me").expect(200);
            assertEquals(503, susan.post("/v1/posts", Visitor.text()).status());
            susan.get("/v1/sessions").expect(200);
            other.rollback();
        }
        susan.get("/v1/posts").expect(200);
    }

    private static void lock(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("lock table post in access exclusive mode");
        }
    }

    /** The server has committed, but nobody knows: that is no success, and under the key it is one after all. */
    @Test
    void aCommitWithoutAnAnswerIsNotAcknowledged() {
        var susan = faults.visitor().susan();
        var text = Visitor.text();
        var key = UUID.randomUUID().toString();
        proxy.leaveUnanswered("COMMIT");
        var lost = susan.post("/v1/posts", text, "Idempotency-Key", key).expect(503);
        proxy.leaveUnanswered(null);
        assertTrue(lost.header("Retry-After").isPresent());
        var found = susan.post("/v1/posts", text, "Idempotency-Key", key).expect(201);
        assertEquals("true", found.header("Idempotency-Replayed").orElse(""));
        assertEquals("1", stored(text.getString("body")));
    }

    /** What only the end of the transaction finds out. */
    @Test
    void aCommitThatFailsIsNotAcknowledged() {
        var text = Visitor.text();
        TestDatabase.execute(server.database(), """
                create function refuse() returns trigger language plpgsql as
                  $$ begin raise exception 'not now' using errcode = '40001'; end $$;
                create constraint trigger refuse after insert on post deferrable initially deferred
                  for each row execute function refuse()""");
        var refused = faults.visitor().susan().post("/v1/posts", text);
        TestDatabase.execute(server.database(), "drop trigger refuse on post");
        refused.expect(503);
        assertEquals("0", stored(text.getString("body")));
    }

    private String stored(String body) {
        return String.valueOf(
                TestDatabase.ask(server.database(), "select count(*) from post where body = '" + body + "'"));
    }
}
