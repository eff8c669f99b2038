package broadside.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.kit.password.Passwords;
import broadside.testing.Client;
import broadside.testing.Reply;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogInTest {
    private final Server server = Server.shared();
    private final Client anybody = server.client();
    private final String name = Client.name();

    private Reply logIn(String login, String password) {
        return anybody.post("/v1/sessions", new JsonObject().put("login", login).put("password", password));
    }

    @Test
    void takesNameOrAddressInAnyCase() {
        anybody.register(name);
        for (var login : new String[] {name, name.toUpperCase(Locale.ROOT), name + "@EXAMPLE.com"}) {
            var reply = logIn(login, Client.PASSWORD).expect(201);
            assertEquals("no-store", reply.header("Cache-Control").orElseThrow());
            assertEquals("Bearer", reply.json().getString("tokenType"));
            assertEquals(900, reply.json().getInteger("expiresIn"));
            assertEquals(2_592_000, reply.json().getInteger("refreshExpiresIn"));
            var session = reply.json().getJsonObject("session");
            assertEquals(
                    "/v1/sessions/" + session.getString("id"),
                    reply.header("Location").orElseThrow());
            assertEquals("127.0.0.1", session.getString("ip"));
            assertTrue(session.getBoolean("current"));
        }
    }

    @Test
    void theDeviceIsWhatTheClientSaysOrItsUserAgent() {
        anybody.register(name);
        var body = new JsonObject().put("login", name).put("password", Client.PASSWORD);
        assertEquals("robot/1", device(anybody.post("/v1/sessions", body, "User-Agent", "robot/1")));
        assertEquals("Ada's phone", device(anybody.post("/v1/sessions", body.put("device", "Ada's phone"))));
        assertEquals(
                "too-long",
                anybody.post("/v1/sessions", body.put("device", "x".repeat(101)))
                        .expect(400)
                        .violation("/device"));
    }

    private static String device(Reply reply) {
        return reply.expect(201).json().getJsonObject("session").getString("device");
    }

    @Test
    void anUnknownNameLooksLikeAWrongPassword() {
        anybody.register(name);
        var wrong = logIn(name, "not the password").expect(401);
        var unknown = logIn(Client.name(), "not the password").expect(401);
        assertEquals("invalid-credentials", wrong.problem());
        assertEquals(withoutRequestId(wrong), withoutRequestId(unknown));
        assertEquals(wrong.headers().map().keySet(), unknown.headers().map().keySet());
    }

    private static JsonObject withoutRequestId(Reply reply) {
        var body = reply.json();
        body.remove("requestId");
        return body;
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$aGFzaGhhc2hoYXNoaGFzaA")
    void everyAttemptCostsOneVerification(@org.jspecify.annotations.Nullable String hash) {
        try (var passwords = new Passwords(server.vertx())) {
            var somebody = new Credential(1, "ada", "ada@example.org", hash, false);
            assertEquals(1, verifications(passwords, Optional.of(somebody)));
            assertEquals(1, verifications(passwords, Optional.empty()));
        }
    }

    private static long verifications(Passwords passwords, Optional<Credential> found) {
        var before = passwords.verifications();
        var refused = Credential.prove(passwords, found, "not it", SessionProblems::invalidCredentials)
                .<Boolean>map(proven -> false)
                .otherwise(true)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        assertTrue(refused);
        return passwords.verifications() - before;
    }

    @Test
    void everythingIsNeeded() {
        var reply = anybody.post("/v1/sessions", new JsonObject()).expect(400);
        assertEquals("required", reply.violation("/login"));
        assertEquals("required", reply.violation("/password"));
    }

    @Test
    void anIdempotencyKeyIsRefused() {
        anybody.register(name);
        var body = new JsonObject().put("login", name).put("password", Client.PASSWORD);
        assertEquals(
                "bad-request",
                anybody.post("/v1/sessions", body, "Idempotency-Key", "k1")
                        .expect(400)
                        .problem());
    }

    @Test
    void suspendedShowsOnlyAfterTheRightPassword() {
        var ada = anybody.register(name);
        var refresh = logIn(name, Client.PASSWORD).json().getString("refreshToken");
        var admin = admin();
        admin.put("/v1/accounts/" + name + "/suspension", null).expect(204);
        assertEquals("suspended", logIn(name, Client.PASSWORD).expect(403).problem());
        assertEquals(
                "invalid-credentials",
                logIn(name, "not the password").expect(401).problem());
        ada.get("/v1/me").expect(401);
        var spend = new JsonObject().put("refreshToken", refresh);
        assertEquals(
                "suspended",
                anybody.post("/v1/sessions/refresh", spend).expect(403).problem());

        admin.delete("/v1/accounts/" + name + "/suspension").expect(204);
        logIn(name, Client.PASSWORD).expect(201);
        anybody.post("/v1/sessions/refresh", spend).expect(200);
    }

    private Client admin() {
        var admin = Client.name();
        anybody.register(admin);
        TestDatabase.execute(server.database(), "update account set role = 'admin' where username = '" + admin + "'");
        return anybody.logIn(admin, Client.PASSWORD);
    }
}
