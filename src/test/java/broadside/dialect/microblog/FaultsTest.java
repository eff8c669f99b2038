package broadside.dialect.microblog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.conformance.Conforms;
import broadside.conformance.Line;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What goes wrong on our side, and limits: told in the dialect too. On a server of its own, which is broken. */
@Conforms("microblog")
class FaultsTest {
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
    @Line("error.limit")
    void limitsSpeakTheDialect() {
        try (var server = Server.start(Map.of("BROADSIDE_RATE_LIMIT_FACTOR", "0.1"))) {
            var nobody = Somebody.nobody(server);
            var replies = IntStream.range(0, 4)
                    .mapToObj(number -> nobody.logIn("nobody", "wrong"))
                    .toList();
            var last = replies.get(3).expect(429);
            assertEquals(429, last.json().getInteger("code"));
            assertTrue(last.header("Retry-After").isPresent());
            assertTrue(last.header("RateLimit").isPresent());
        }
    }
}
