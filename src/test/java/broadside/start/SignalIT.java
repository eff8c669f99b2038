package broadside.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Client;
import broadside.testing.DataFolder;
import broadside.testing.DatabaseGate;
import broadside.testing.Eventually;
import broadside.testing.Program;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM and Ctrl-C end the program in good order. */
class SignalIT {
    private static final Duration END = Duration.ofSeconds(10);

    @TempDir
    Path temporary;

    @Test
    void requestsUnderWayAreFinished() throws Exception {
        var database = TestDatabase.fresh();
        try (var program = Program.serve(Program.settings(temporary, "DATABASE_URL", TestDatabase.url(database)));
                var row = TestDatabase.connect(database)) {
            var ann = program.client().register("ann");
            var post = ann.post("/v1/posts", new JsonObject().put("body", "first"));
            int port = program.port();
            try (var slow = new Wire(port);
                    var idle = new Wire(port);
                    var silent = new Wire(port)) {
                assertEquals(200, idle.get("/v1/posts").status());
                slow.send(head(ann, "{\"body\": \"slow\"}"));
                slow.send("{\"body\": ");
                row.setAutoCommit(false);
                row.createStatement().execute("select 1 from post for update");
                var edit = ann.sending(
                        "PATCH",
                        post.header("Location").orElseThrow(),
                        new JsonObject().put("body", "second").toBuffer(),
                        "If-Match",
                        post.etag());
                Eventually.holds(END, "it waits for the row", () -> waits(database));
                program.signal("INT");
                Eventually.holds(END, "nobody listens", () -> refuses(port));
                row.commit();
                slow.send("\"slow\"}");
                assertEquals(201, slow.answer().status());
                assertEquals(200, edit.join().expect(200).status());
                assertTrue(idle.isEnded());
                assertTrue(silent.isEnded());
            }
            assertEquals(0, program.exit(END));
            assertEquals("", program.errors());
        }
        assertEquals("2", TestDatabase.ask(database, "select count(*) from post where body in ('second', 'slow')"));
    }

    /** Clients behind a balancer that asks for the program's health, as often as any does. */
    @Test
    void whoFollowsTheHealthCheckNoticesNothing() throws InterruptedException {
        var database = TestDatabase.url(TestDatabase.fresh());
        try (var program =
                Program.serve(Program.settings(temporary, "DATABASE_URL", database, "BROADSIDE_DRAIN_SECONDS", "2"))) {
            var balancer = new Balancer(program.port(), program.managementPort());
            var clients =
                    Stream.generate(() -> new Thread(balancer::visit)).limit(8).toList();
            clients.forEach(Thread::start);
            Eventually.holds(END, "there is traffic", () -> balancer.served() > 100);
            program.signal("TERM");
            assertEquals(0, program.exit(END));
            for (var client : clients) {
                client.join(END.toMillis());
            }
            assertEquals(List.of(), balancer.failures());
            assertTrue(balancer.servedWhileLeaving() > 0, "it went on serving until the balancer knew");
            assertEquals("", program.errors());
        }
    }

    @Test
    void aStartCanBeEndedToo() {
        try (var folder = DataFolder.create();
                var gate = DatabaseGate.closed(TestDatabase.fresh());
                var waiting =
                        Program.serve(Program.settings(temporary, "DATABASE_URL", TestDatabase.url(gate.address())));
                var starting = Program.serve(Program.settings(folder.path()))) {
            Eventually.holds(Program.PATIENCE, "its server runs", () -> folder.postmaster()
                    .isPresent());
            starting.signal("TERM");
            Eventually.holds(
                    Program.PATIENCE, "it waits", () -> waiting.errors().contains("Waiting"));
            waiting.signal("TERM");
            assertEquals(0, starting.exit(END));
            assertEquals(0, waiting.exit(END));
            assertTrue(folder.isAtRest());
            assertEquals("", starting.errors());
            assertEquals(1, waiting.errors().lines().count(), waiting.errors());
        }
    }

    private static String head(Client client, String body) {
        return """
                POST /v1/posts HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer %s\r
                Content-Type: application/json\r
                Content-Length: %d\r
                \r
                """.formatted(client.token(), body.length());
    }

    private static boolean waits(broadside.kit.db.DatabaseAddress database) {
        return !"0"
                .equals(
                        TestDatabase.ask(
                                database,
                                "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()"));
    }

    private static boolean refuses(int port) {
        try (var wire = new Wire(port)) {
            return false;
        } catch (ConnectException refused) {
            return true;
        } catch (IOException other) {
            throw new AssertionError(other);
        }
    }
}
