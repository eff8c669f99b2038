package broadside.fault;

import broadside.testing.RawClient;
import broadside.testing.Server;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Clients that hang up in the middle of a request. */
@Tag("any-server")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HangUpTest {
    private static final int ROUNDS = 6;
    private static final int CLIENTS = 64;
    private static final long SOON_NANOS = 1_000_000_000;

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
    void afterTheWholeRequest() throws Exception {
        var body = Visitor.text().encode();
        hangUp(head(body.length()) + body);
        everythingWorksSoon();
    }

    @Test
    void afterHalfABody() throws Exception {
        var body = Visitor.text().encode();
        hangUp(head(body.length()) + body.substring(0, body.length() / 2));
        everythingWorksSoon();
    }

    @Test
    void afterAQuestion() throws Exception {
        hangUp("GET /v1/posts?limit=100 HTTP/1.1\r\nHost: localhost\r\n\r\n");
        everythingWorksSoon();
    }

    private void hangUp(String request) throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            for (int client = 0; client < CLIENTS; client++) {
                new RawClient(server.port()).say(request).close();
            }
        }
    }

    /** The first who come may still stand behind those who left. */
    private void everythingWorksSoon() throws Exception {
        long soon = System.nanoTime() + SOON_NANOS;
        while (System.nanoTime() < soon) {
            faults.visitor().live();
        }
        faults.everythingWorks();
    }

    private String head(int length) {
        var token = Objects.requireNonNull(faults.visitor().susan().token());
        return "POST /v1/posts HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                + token + "\r\nContent-Length: " + length + "\r\n\r\n";
    }
}
