package broadside.dialect.microblog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.conformance.Conforms;
import broadside.conformance.Line;
import broadside.testing.DatabaseProxy;
import broadside.testing.RawClient;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What goes wrong on our side or under way, and limits: told in the dialect too. On servers of their own, which are broken. */
@Tag("any-server")
@Conforms("microblog")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultsTest {
    private static RawClient slow;

    /** Is answered after ten seconds, in which the others are tested. */
    @BeforeAll
    static void beginABody() throws IOException {
        slow = new RawClient(Server.shared().port())
                .say("POST " + Somebody.API + "/users HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 100\r\n\r\n{");
    }

    @AfterAll
    static void hangUp() throws IOException {
        slow.close();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    @Line("error.slow")
    void aBodyThatDoesNotComeSpeaksTheDialect() throws IOException {
        var said = slow.read();
        assertEquals(408, said.status());
        assertEquals("application/json", said.header("Content-Type"));
        var body = new JsonObject()
                .put("code", 408)
                .put("message", "Request Timeout")
                .put("description", "The body must arrive within 10 seconds.");
        assertEquals(body, new JsonObject(said.text()));
    }

    @Test
    @Line({"error.fault", "error.timeout"})
    void faultsAndTimeOutsSpeakTheDialect() throws Exception {
        try (var server = Server.start(Map.of())) {
            var susan = Somebody.register(server);
            var post = susan.say("here").getInteger("id");
            try (var connection = TestDatabase.connect(server.database());
                    var statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("lock table post in access exclusive mode");
                var slow = susan.get("/posts/" + post).expect(503);
                assertEquals(503, slow.json().getInteger("code"));
                assertTrue(slow.header("Retry-After").isPresent());
                connection.rollback();
            }
            susan.get("/posts/" + post).expect(200);
            TestDatabase.execute(server.database(), "alter table account_stat rename column last_seen_at to seen_last");
            Said.plain(500, susan.get("/posts/" + post));
        }
    }

    @Test
    @Line({"error.limit", "error.away"})
    void limitsAndADatabaseThatIsAwaySpeakTheDialect() throws IOException {
        var wire = DatabaseProxy.to(TestDatabase.migrated());
        try (var server = Server.start(wire.address(), Map.of("BROADSIDE_RATE_LIMIT_FACTOR", "0.1"))) {
            var nobody = Somebody.nobody(server);
            var replies = IntStream.range(0, 4)
                    .mapToObj(number -> nobody.logIn("nobody", "wrong"))
                    .toList();
            var last = replies.get(3).expect(429);
            assertEquals(429, last.json().getInteger("code"));
            assertTrue(last.header("Retry-After").isPresent());
            assertTrue(last.header("RateLimit").isPresent());
            wire.close();
            var away = nobody.post("/users", Somebody.registration("susan")).expect(503);
            assertEquals(503, away.json().getInteger("code"));
            assertEquals("Service Unavailable", away.json().getString("message"));
            assertTrue(away.header("Retry-After").isPresent());
        }
    }
}
