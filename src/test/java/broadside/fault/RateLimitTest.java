package broadside.fault;

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

/** Who asks too often is told so, and when to come back; who that is, a trusted proxy tells. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RateLimitTest {
    private static final int LOG_INS = 20;
    private static final int MAILS = 10;

    private Server server;
    private Client anybody;

    @BeforeAll
    void start() {
        server = Server.start(
                Map.of("BROADSIDE_RATE_LIMIT_FACTOR", "1", "BROADSIDE_TRUSTED_PROXIES", "127.0.0.1,10.0.0.0/8"));
        anybody = server.client();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void twentyLogInsAMinuteForAnAddress() {
        exhaust("203.0.113.1");
        var refused = logIn("203.0.113.1").expect(429);
        assertEquals("too-many-requests", refused.problem());
        int wait = Integer.parseInt(refused.header("Retry-After").orElseThrow());
        assertTrue(wait >= 1 && wait <= 60, "seconds " + wait);
        assertEquals("\"login\";q=20;w=60", refused.header("RateLimit-Policy").orElse(""));
        assertTrue(refused.header("RateLimit").orElse("").matches("\"login\";r=0;t=[0-9]+"), refused::toString);
        logIn("203.0.113.2").expect(400);
    }

    @Test
    void everyAnswerTellsWhatIsLeft() {
        var reply = anybody.get("/v1/posts", "X-Forwarded-For", "203.0.113.3").expect(200);
        assertEquals("\"general\";q=600;w=60", reply.header("RateLimit-Policy").orElse(""));
        assertTrue(reply.header("RateLimit").orElse("").matches("\"general\";r=599;t=[0-9]+"), reply::toString);
    }

    /** Only the last address a trusted proxy vouches for counts: what stands before it anybody can make up. */
    @Test
    void aClientCannotMakeUpAddresses() {
        exhaust("198.51.100.1, 203.0.113.4");
        logIn("198.51.100.2, 203.0.113.4").expect(429);
        logIn("198.51.100.3, 203.0.113.4, 10.1.2.3").expect(429);
        logIn("198.51.100.1").expect(400);
    }

    @Test
    void anAccountIsCountedWhereverItComesFrom() {
        var susan = anybody.register();
        for (int address = 0; address < MAILS; address++) {
            mail(susan, "203.0.113." + (100 + address)).expect(202);
        }
        mail(susan, "203.0.113.200").expect(429);
    }

    @Test
    void withoutTrustedProxiesTheHeaderSaysNothing() {
        try (var alone = Server.start(Map.of("BROADSIDE_RATE_LIMIT_FACTOR", "1"))) {
            var nobody = new JsonObject();
            for (int attempt = 0; attempt < LOG_INS; attempt++) {
                alone.client().post("/v1/sessions", nobody, "X-Forwarded-For", "203.0.113." + attempt);
            }
            alone.client()
                    .post("/v1/sessions", nobody, "X-Forwarded-For", "203.0.113.99")
                    .expect(429);
        }
    }

    @Test
    void factorZeroSwitchesThemOff() {
        var unlimited = Server.shared().client();
        for (int attempt = 0; attempt <= LOG_INS; attempt++) {
            var reply = unlimited.unchecked("POST", "/v1/sessions", new JsonObject().put("login", "nobody"));
            assertEquals(400, reply.status());
            assertTrue(reply.header("RateLimit").isEmpty());
        }
    }

    /** Nothing is worked out for an empty body, so that all of them are sent before the next one is allowed. */
    private Reply logIn(String forwarded) {
        return anybody.post("/v1/sessions", new JsonObject(), "X-Forwarded-For", forwarded);
    }

    private void exhaust(String forwarded) {
        for (int attempt = 0; attempt < LOG_INS; attempt++) {
            logIn(forwarded).expect(400);
        }
    }

    private static Reply mail(Client client, String address) {
        return client.send("POST", "/v1/me/email-verification", null, "X-Forwarded-For", address);
    }
}
