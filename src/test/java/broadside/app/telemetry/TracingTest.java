package broadside.app.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Client;
import broadside.testing.Server;
import io.opentelemetry.proto.trace.v1.Span;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a receiver of traces sees of requests. */
@Tag("any-server")
class TracingTest {
    private static final Receiver RECEIVER = new Receiver();
    private static Server server;
    private static Client susan;

    @BeforeAll
    static void start() {
        server = Server.start(Map.of(
                "OTEL_EXPORTER_OTLP_ENDPOINT", RECEIVER.url(),
                "OTEL_EXPORTER_OTLP_HEADERS", "api-key=let%20me%20in",
                "OTEL_SERVICE_NAME", "blog"));
        susan = server.client().register();
    }

    @AfterAll
    static void stop() {
        server.close();
        RECEIVER.close();
    }

    @Test
    void aRequestIsOneTraceWithItsStatements() {
        var post = susan.post("/v1/posts", new JsonObject().put("body", "traced *unheard-of*"))
                .expect(201);
        server.client().get("/v1/posts/" + post.json().getString("id")).expect(200);
        var read = RECEIVER.request("GET /v1/posts/{id}");
        assertEquals(200, Integer.parseInt(Receiver.attribute(read, "http.response.status_code")));
        assertEquals("/v1/posts/{id}", Receiver.attribute(read, "http.route"));
        var question = RECEIVER.statements(read);
        assertEquals(1, question.size(), "what one read asks");
        assertTrue(Receiver.attribute(question.get(0), "db.statement").startsWith("select"));
        assertEquals(read.getSpanId(), question.get(0).getParentSpanId());

        var write = RECEIVER.request("POST /v1/posts");
        var written = RECEIVER.statements(write).stream()
                .map(span -> Receiver.attribute(span, "db.statement"))
                .toList();
        assertTrue(written.stream().anyMatch(sql -> sql.startsWith("insert into post")), "Hibernate's: " + written);
        assertTrue(written.stream().anyMatch(sql -> sql.contains("insert into event")), "ours: " + written);
        assertFalse(read.getTraceId().equals(write.getTraceId()));
        assertEquals(
                Set.of(Span.SpanKind.SPAN_KIND_SERVER, Span.SpanKind.SPAN_KIND_CLIENT),
                RECEIVER.spans().stream().map(Span::getKind).collect(Collectors.toSet()));
        var served = RECEIVER.spans().stream().filter(Receiver::isRequest).toList();
        assertEquals(
                served.size(), served.stream().map(Span::getTraceId).distinct().count(), "one trace a request");
        assertTrue(
                RECEIVER.keys().stream().allMatch("let me in"::equals),
                RECEIVER.keys().toString());
        assertTrue(RECEIVER.text().contains("\"blog\""));
        assertFalse(RECEIVER.text().contains("unheard-of"), "values are not told");
    }

    @Test
    void aTraceOfTheCallersIsContinued() {
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        server.client()
                .get("/v1/tags", "traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .expect(200);
        var span = RECEIVER.request("GET /v1/tags");
        assertEquals(trace, java.util.HexFormat.of().formatHex(span.getTraceId().toByteArray()));
    }

    @Test
    void queriesAreNotTold() {
        server.client().get("/v1/series?token=SECRET-OF-HERS");
        server.client().get("/nothing?token=SECRET-OF-HERS").expect(404);
        RECEIVER.request("GET none");
        assertFalse(RECEIVER.text().contains("SECRET-OF-HERS"));
        assertFalse(RECEIVER.text().contains(Client.PASSWORD));
    }

    @Test
    void nothingIsTracedUnlessThatIsSet() {
        assertNull(((VertxInternal) Server.shared().vertx()).tracer());
    }
}
