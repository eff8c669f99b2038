package broadside.app.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Client;
import broadside.testing.DataFolder;
import broadside.testing.Numbers;
import broadside.testing.Program;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The packaged program tells of itself what it tells when it runs from its parts: nothing that looks for its parts has lost them. */
class TelemetryIT {
    private static final List<String> NUMBERS = List.of(
            "broadside_http_requests_seconds_bucket",
            "broadside_db_pool_in_use",
            "broadside_db_pool_waiting",
            "broadside_db_statements_seconds_bucket",
            "broadside_eventloop_delay_seconds_count",
            "broadside_passwords_waiting",
            "broadside_jobs_seconds_count",
            "broadside_outbox_lag_seconds",
            "jvm_memory_used_bytes");

    @Test
    void tracesNumbersAndHealth() {
        try (var receiver = new Receiver();
                var folder = DataFolder.create();
                var program =
                        Program.serve(Program.settings(folder.path(), "OTEL_EXPORTER_OTLP_ENDPOINT", receiver.url()))) {
            var susan = program.client().register();
            var post = susan.post("/v1/posts", new JsonObject().put("body", "traced"))
                    .expect(201);
            program.client().get("/v1/posts/" + post.json().getString("id")).expect(200);
            judgeTraces(receiver);
            var management = new Client("http://127.0.0.1:" + program.managementPort(), susan.contract(), null);
            var numbers = new Numbers(management.get("/metrics").expect(200).text());
            NUMBERS.forEach(name -> assertTrue(numbers.has(name), name));
            assertEquals(200, Program.health(program.managementPort(), "live"));
            assertEquals(200, Program.health(program.managementPort(), "ready"));
            program.signal("TERM");
            assertEquals(0, program.exit());
        }
    }

    private static void judgeTraces(Receiver receiver) {
        var read = receiver.request("GET /v1/posts/{id}");
        var write = receiver.request("POST /v1/posts");
        assertEquals(
                List.of(true),
                receiver.statements(read).stream()
                        .map(span -> span.getParentSpanId().equals(read.getSpanId()))
                        .toList(),
                "one statement below the request");
        assertTrue(receiver.statements(write).stream()
                .anyMatch(span -> Receiver.attribute(span, "db.statement").startsWith("insert into post")));
        assertFalse(read.getTraceId().equals(write.getTraceId()));
    }
}
