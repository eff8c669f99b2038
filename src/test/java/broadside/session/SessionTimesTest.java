package broadside.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadside.testing.Client;
import broadside.testing.Mailbox;
import broadside.testing.Reply;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What ends by itself. On a server of its own, whose clock is put forward. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionTimesTest {
    private Server server;
    private Client anybody;

    @BeforeAll
    void start() {
        server = Server.start(java.util.Map.of());
        anybody = server.client();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private JsonObject tokens() {
        var name = Client.name();
        anybody.post("/v1/accounts", Client.registration(name)).expect(201);
        return logIn(name);
    }

    private JsonObject logIn(String name) {
        var body = new JsonObject().put("login", name).put("password", Client.PASSWORD);
        return anybody.post("/v1/sessions", body).expect(201).json();
    }

    private Reply refresh(JsonObject tokens) {
        return anybody.post(
                "/v1/sessions/refresh", new JsonObject().put("refreshToken", tokens.getString("refreshToken")));
    }

    private Client client(JsonObject tokens) {
        return anybody.with(tokens.getString("accessToken"));
    }

    @Test
    void anAccessTokenLastsAQuarterOfAnHour() {
        var tokens = tokens();
        server.clock().forward(Duration.ofMinutes(14));
        client(tokens).get("/v1/me").expect(200);
        server.clock().forward(Duration.ofSeconds(61));
        client(tokens).get("/v1/me").expect(401);
        client(refresh(tokens).expect(200).json()).get("/v1/me").expect(200);
    }

    @Test
    void aSessionLastsThirtyDaysFromItsLastUse() {
        var first = tokens();
        server.clock().forward(Duration.ofDays(29));
        var second = refresh(first).expect(200).json();
        server.clock().forward(Duration.ofDays(29));
        var third = refresh(second).expect(200).json();
        server.clock().forward(Duration.ofDays(31));
        assertEquals("invalid-token", refresh(third).expect(401).problem());
    }

    @Test
    void anExpiredSessionIsNotListed() {
        var name = Client.name();
        anybody.post("/v1/accounts", Client.registration(name)).expect(201);
        logIn(name);
        server.clock().forward(Duration.ofDays(31));
        var page = client(logIn(name)).get("/v1/sessions").expect(200).json();
        assertEquals(1, page.getJsonArray("data").size());
    }

    @Test
    void aRefreshTokenMayBeUsedAgainForTenSeconds() {
        var first = tokens();
        var second = refresh(first).expect(200).json();
        server.clock().forward(Duration.ofSeconds(8));
        var third = refresh(first).expect(200).json();
        client(second).get("/v1/me").expect(200);
        client(third).get("/v1/me").expect(200);
        refresh(second).expect(200);
    }

    @Test
    void usedLaterItEndsTheSession() {
        var name = Client.name();
        anybody.post("/v1/accounts", Client.registration(name)).expect(201);
        var first = logIn(name);
        var other = logIn(name);
        var second = refresh(first).expect(200).json();
        server.clock().forward(Duration.ofSeconds(11));
        assertEquals("invalid-token", refresh(first).expect(401).problem());
        assertEquals("invalid-token", refresh(second).expect(401).problem());
        var page = client(other).get("/v1/sessions").expect(200).json().getJsonArray("data");
        assertEquals(1, page.size());
        var session = first.getJsonObject("session").getString("id");
        assertEquals(
                "{\"account\": " + client(other).get("/v1/me").json().getString("id") + "}",
                TestDatabase.ask(
                        server.database(),
                        "select data from event where kind = 'session.revoked' and subject_id = " + session));
    }

    @Test
    void aPersonalTokenLastsUntilItExpires() {
        var ada = client(tokens());
        var expiry = Instant.now(server.clock()).plus(Duration.ofMinutes(10)).toString();
        var draft = new JsonObject()
                .put("name", "export")
                .put("scopes", new JsonArray().add("read"))
                .put("expiresAt", expiry);
        var script =
                anybody.with(ada.post("/v1/tokens", draft).expect(201).json().getString("token"));
        script.get("/v1/me").expect(200);
        server.clock().forward(Duration.ofMinutes(11));
        script.get("/v1/me").expect(401);
        assertEquals(
                0, ada.get("/v1/tokens").expect(200).json().getJsonArray("data").size());
    }

    @Test
    void aResetLinkLastsHalfAnHour() {
        var name = Client.name();
        var email = name + "@example.com";
        anybody.post("/v1/accounts", Client.registration(name)).expect(201);
        anybody.post("/v1/password-resets", new JsonObject().put("email", email))
                .expect(202);
        var reset = new JsonObject()
                .put("token", Mailbox.of(server).token(email, 2))
                .put("newPassword", "an entirely new sentence");
        server.clock().forward(Duration.ofMinutes(31));
        assertEquals(
                "invalid-token",
                anybody.put("/v1/password-resets", reset).expect(400).problem());
        logIn(name);
    }
}
