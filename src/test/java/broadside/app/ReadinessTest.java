package broadside.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.app.telemetry.Telemetry;
import broadside.app.telemetry.TracingSettings;
import broadside.testing.Client;
import broadside.testing.Eventually;
import broadside.testing.Reply;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the health checks look at, and what they tell. */
class ReadinessTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    void tellsWhatItLookedAt() {
        try (var server = Server.start(Map.of())) {
            assertEquals(new JsonObject("""
                            {"status": "ready", "checks":
                              {"database": "ok", "eventLoops": "ok", "migrations": "ok", "program": "ok"}}"""), ready(server).expect(200).json());
            assertEquals("live", health(server, "live").expect(200).json().getString("status"));
            server.program().readiness().drain();
            assertEquals("stopping", check(ready(server).expect(503), "program"));
        }
    }

    @Test
    void aMigrationTakenBackUnderItIsNoticed() {
        try (var server = Server.start(Map.of())) {
            TestDatabase.execute(server.database(), """
                    delete from flyway_schema_history
                    where installed_rank = (select max(installed_rank) from flyway_schema_history)""");
            var found = ready(server).expect(503);
            assertEquals("taken back", check(found, "migrations"));
            assertEquals("ok", check(found, "database"));
            assertEquals("1", found.header("Retry-After").orElseThrow());
        }
    }

    @Test
    void anEventLoopThatIsHeldIsNoticed() throws InterruptedException {
        var loops = new Telemetry(TracingSettings.OFF).eventLoops();
        var vertx = Vertx.vertx();
        try {
            var context = vertx.getOrCreateContext();
            context.runOnContext(go -> loops.watch(vertx));
            var readiness = new Readiness(loops);
            Eventually.holds(PATIENCE, "it beats", () -> loops("ok", readiness));
            context.runOnContext(go -> hold());
            Eventually.holds(PATIENCE, "it is late", () -> !loops("ok", readiness));
            assertFalse(readiness.check().result().ready());
            Eventually.holds(PATIENCE, "it beats again", () -> loops("ok", readiness));
        } finally {
            vertx.close();
        }
    }

    private static void hold() {
        try {
            Thread.sleep(1_500);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean loops(String word, Readiness readiness) {
        return word.equals(readiness.check().result().checks().get("eventLoops"));
    }

    private static Reply ready(Server server) {
        return health(server, "ready");
    }

    private static Reply health(Server server, String what) {
        return new Client(
                        "http://127.0.0.1:" + server.managementPort(),
                        server.client().contract(),
                        null)
                .get("/health/" + what);
    }

    private static String check(Reply reply, String name) {
        assertTrue(reply.json().getString("status").startsWith("not"));
        return reply.json().getJsonObject("checks").getString(name);
    }
}
