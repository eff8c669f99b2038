package broadside.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadside.testing.Client;
import broadside.testing.Server;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The proxy before two nodes, by {@code docker/Caddyfile}: it ends TLS, tells who asks, and passes by a node that is gone. */
@Tag("any-server")
@EnabledOnOs(OS.LINUX)
@EnabledIf(value = "broadside.image.Caddy#installedOrStrict", disabledReason = "Caddy is not installed on this machine")
class ProxyTest {
    private static final int ELSEWHERE = 9;
    private static Server server;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        server = Server.start(
                Map.of("BROADSIDE_TRUSTED_PROXIES", "127.0.0.1/32", "BROADSIDE_PUBLIC_URL", "https://localhost"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void endsTlsAndTellsWhoAsks() throws IOException {
        var name = Client.name();
        server.client().register(name);
        var logIn = new JsonObject()
                .put("login", name)
                .put("password", Client.PASSWORD)
                .encode();
        try (var caddy = Caddy.before(folder, server.port());
                var client = caddy.from(ELSEWHERE)) {
            client.say("POST /v1/sessions HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 198.51.100.7\r\n"
                    + "Content-Type: application/json\r\nContent-Length: " + logIn.length() + "\r\n\r\n" + logIn);
            var opened = client.read();
            assertEquals(201, opened.status(), opened::text);
            var token = new JsonObject(opened.text()).getString("accessToken");
            var sessions = client.ask("GET /v1/sessions", "Authorization: Bearer " + token);
            var current = new JsonObject(sessions.text())
                    .getJsonArray("data").stream()
                            .map(JsonObject.class::cast)
                            .filter(session -> session.getBoolean("current"))
                            .findFirst()
                            .orElseThrow();
            assertEquals("127.0.0." + ELSEWHERE, current.getString("ip"), "and not who the client said to be");
        }
    }

    @Test
    void passesByANodeThatIsGone() throws IOException {
        try (var caddy = Caddy.before(folder, server.port(), nobody());
                var client = caddy.from(ELSEWHERE)) {
            for (int number = 0; number < 20; number++) {
                assertEquals(200, client.ask("GET /v1/posts?limit=1").status());
            }
        }
    }

    private static int nobody() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
