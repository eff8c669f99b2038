package broadside.app.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Client;
import broadside.testing.Eventually;
import broadside.testing.Numbers;
import broadside.testing.Server;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What Prometheus is told. */
class MetricsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static Server server;
    private static Client susan;

    @BeforeAll
    static void start() {
        server = Server.start(Map.of());
        susan = server.client().register();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void requestsAreCountedByRouteMethodAndStatus() {
        var post =
                susan.post("/v1/posts", new JsonObject().put("body", "counted")).expect(201);
        var path = "/v1/posts/" + post.json().getString("id");
        var before = counted("GET", "/v1/posts/{id}", 200);
        for (int i = 0; i < 5; i++) {
            server.client().get(path).expect(200);
        }
        server.client().get("/v1/posts/9223372036854775807").expect(404);
        Eventually.holds(PATIENCE, "five more", () -> counted("GET", "/v1/posts/{id}", 200) == before + 5);
        var numbers = Numbers.of(server);
        assertTrue(counted("GET", "/v1/posts/{id}", 404) >= 1);
        assertTrue(counted("POST", "/v1/posts", 201) >= 1);
        var labels = new String[] {"method=\"GET\"", "route=\"/v1/posts/{id}\"", "status=\"200\""};
        assertEquals(
                numbers.sum("broadside_http_requests_seconds_count", labels),
                numbers.sum(
                        "broadside_http_requests_seconds_bucket",
                        Stream.concat(Stream.of(labels), Stream.of("le=\"+Inf\""))
                                .toArray(String[]::new)));
        assertTrue(numbers.has("broadside_http_requests_seconds_bucket", "le=\"0.0025\""));
        assertEquals(0, numbers.sum("broadside_http_requests_active"));
    }

    private static double counted(String method, String route, int status) {
        return Numbers.of(server)
                .sum(
                        "broadside_http_requests_seconds_count",
                        "method=\"" + method + "\"",
                        "route=\"" + route + "\"",
                        "status=\"" + status + "\"");
    }

    /** Labels name what there is a bounded number of; whatever a client makes up is none of it. */
    @Test
    void nothingAClientMakesUpBecomesALabel() {
        var madeUp = "u" + UUID.randomUUID().toString().replace("-", "");
        server.client().get("/v1/accounts/" + madeUp).expect(404);
        server.client().get("/" + madeUp).expect(404);
        server.client().get("/v1/posts?limit=" + madeUp).expect(400);
        server.client().get("/realworld/api/" + madeUp).expect(404);
        server.client().send(madeUp.toUpperCase(java.util.Locale.ROOT), "/v1/posts", null);
        server.client().get("/v1/me", "Authorization", "Bearer " + madeUp).expect(401);
        Eventually.holds(PATIENCE, "counted", () -> counted("GET", "none", 404) >= 2);
        var numbers = Numbers.of(server);
        assertFalse(numbers.text().toLowerCase(java.util.Locale.ROOT).contains(madeUp));
        var methods = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "OTHER");
        assertTrue(
                methods.containsAll(numbers.values("method")),
                numbers.values("method").toString());
        assertTrue(numbers.values("method").contains("OTHER"));
        var routes = server.program().rooms().dialects().stream()
                .flatMap(dialect -> dialect.routes().stream())
                .map(route -> route.path())
                .toList();
        numbers.values("route").forEach(route -> assertTrue(route.equals("none") || routes.contains(route), route));
    }

    @Test
    void theDatabaseIsMeasured() {
        susan.post("/v1/posts", new JsonObject().put("body", "measured")).expect(201);
        server.client().get("/v1/posts").expect(200);
        var numbers = Numbers.of(server);
        for (var pool : List.of("pool=\"transactions\"", "pool=\"reads\"")) {
            assertTrue(numbers.sum("broadside_db_pool_size", pool) > 0);
            assertTrue(numbers.has("broadside_db_pool_in_use", pool));
            assertEquals(0, numbers.sum("broadside_db_pool_waiting", pool));
            assertTrue(numbers.sum("broadside_db_pool_wait_seconds_count", pool) > 0, pool);
        }
        assertTrue(statements(numbers, "reads", "select") > 0);
        assertTrue(statements(numbers, "transactions", "insert") > 0, "Hibernate's");
        assertTrue(numbers.has("broadside_db_statements_seconds_bucket", "le=\"0.001\""));
    }

    private static double statements(Numbers numbers, String client, String word) {
        return numbers.sum(
                "broadside_db_statements_seconds_count",
                "client=\"" + client + "\"",
                "statement=\"" + word + "\"",
                "outcome=\"answered\"");
    }

    @Test
    void whatHappensInTheBackgroundIsMeasured() {
        Eventually.holds(
                PATIENCE, "all jobs have run", () -> Numbers.of(server).sum("broadside_jobs_seconds_count") > 9);
        var numbers = Numbers.of(server);
        assertTrue(numbers.sum("broadside_jobs_last_done_seconds", "job=\"sending mail\"") > 1e9);
        assertTrue(numbers.sum("broadside_passwords_seconds_count") >= 2, "one hashed, one verified");
        assertEquals(0, numbers.sum("broadside_passwords_waiting"));
        assertEquals(0, numbers.sum("broadside_passwords_working"));
        assertTrue(numbers.sum("broadside_outbox_lag_seconds") < 10);
        assertTrue(numbers.has("broadside_mail_waiting_mails"));
        assertTrue(numbers.has("broadside_mail_lag_seconds"));
        assertTrue(numbers.sum("broadside_eventloop_delay_seconds_count") > 0);
        assertTrue(numbers.sum("broadside_eventloop_lag_seconds") < 5);
        assertTrue(numbers.sum("jvm_memory_used_bytes", "area=\"heap\"") > 1e6);
        assertTrue(numbers.sum("process_uptime_seconds") > 0);
    }

    @Test
    void answersReadersOnly() {
        var management = new Client("http://127.0.0.1:" + server.managementPort(), susan.contract(), null);
        assertEquals(
                "text/plain; version=0.0.4; charset=utf-8",
                management.get("/metrics").expect(200).header("Content-Type").orElseThrow());
        management.send(HttpMethod.POST.name(), "/metrics", null).expect(404);
        server.client().get("/metrics").expect(404);
    }
}
