package broadside.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Client;
import broadside.testing.Reply;
import broadside.testing.Server;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How often secrets can be guessed. A proxy is trusted, so that the tests come from many addresses. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogInLimitsTest {
    private Server server;
    private Client anybody;

    @BeforeAll
    void start() {
        server = Server.start(Map.of("BROADSIDE_RATE_LIMIT_FACTOR", "0.1", "BROADSIDE_TRUSTED_PROXIES", "127.0.0.1"));
        anybody = server.client();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Reply logIn(String login, String address) {
        var body = new JsonObject().put("login", login).put("password", "not the password");
        return anybody.post("/v1/sessions", body, "X-Forwarded-For", address);
    }

    @Test
    void oneAddressTriesAFewNames() {
        logIn("ada", "192.0.2.1").expect(401);
        logIn("grace", "192.0.2.1").expect(401);
        var refused = logIn("barbara", "192.0.2.1").expect(429);
        assertEquals("too-many-requests", refused.problem());
        assertTrue(Integer.parseInt(refused.header("Retry-After").orElseThrow()) > 0);
        assertEquals("\"login\";q=2;w=60", refused.header("RateLimit-Policy").orElseThrow());
    }

    @Test
    void oneNameIsTriedAFewTimesFromEverywhere() {
        logIn("Susan", "192.0.2.11").expect(401);
        logIn("susan", "192.0.2.12").expect(401);
        logIn("SUSAN", "192.0.2.13").expect(429);
        logIn("else", "192.0.2.14").expect(401);
    }

    @Test
    void oneMailboxIsWrittenToAFewTimes() {
        var body = new JsonObject().put("email", "nobody@example.com");
        anybody.post("/v1/password-resets", body, "X-Forwarded-For", "192.0.2.21")
                .expect(202);
        anybody.post("/v1/password-resets", body, "X-Forwarded-For", "192.0.2.22")
                .expect(429);
    }

    @Test
    void registrationsAreCountedByAddress() {
        for (int i = 0; i < 2; i++) {
            anybody.post("/v1/accounts", new JsonObject(), "X-Forwarded-For", "192.0.2.31")
                    .expect(400);
        }
        anybody.post("/v1/accounts", new JsonObject(), "X-Forwarded-For", "192.0.2.31")
                .expect(429);
    }
}
