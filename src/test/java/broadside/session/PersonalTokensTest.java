package broadside.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Client;
import broadside.testing.Eventually;
import broadside.testing.Reply;
import broadside.testing.Server;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PersonalTokensTest {
    private final Client anybody = Server.shared().client();
    private final Client ada = anybody.register();

    private Reply make(String name, String... scopes) {
        var draft = new JsonObject().put("name", name).put("scopes", new JsonArray(List.of(scopes)));
        return ada.post("/v1/tokens", draft);
    }

    private Client script(String... scopes) {
        return anybody.with(make("script", scopes).expect(201).json().getString("token"));
    }

    @Test
    void showTheSecretOnce() {
        var made = make("export", "write", "read").expect(201);
        assertEquals("no-store", made.header("Cache-Control").orElseThrow());
        assertTrue(made.json().getString("token").startsWith("bsp_"));
        assertEquals(new JsonArray().add("read").add("write"), made.json().getJsonArray("scopes"));
        assertNull(made.json().getString("expiresAt"));
        var listed = ada.get("/v1/tokens").expect(200).json().getJsonArray("data");
        assertEquals(1, listed.size());
        var expected = made.json();
        expected.remove("token");
        assertEquals(expected, listed.getJsonObject(0));
    }

    @Test
    void areListedNewestFirst() {
        make("first", "read").expect(201);
        make("second", "read").expect(201);
        var page = ada.get("/v1/tokens?limit=1").expect(200).json();
        assertEquals("second", page.getJsonArray("data").getJsonObject(0).getString("name"));
        var next = page.getJsonObject("page").getString("next");
        var rest = ada.get("/v1/tokens?limit=1&cursor=" + next).expect(200).json();
        assertEquals("first", rest.getJsonArray("data").getJsonObject(0).getString("name"));
        assertNull(rest.getJsonObject("page").getString("next"));
    }

    @Test
    void coverWhatTheirScopesSay() {
        var bio = new JsonObject().put("bio", "I write.");
        var reader = script("read");
        reader.get("/v1/me").expect(200);
        var refused = reader.patch("/v1/me", bio).expect(403);
        assertEquals("insufficient-scope", refused.problem());
        assertEquals(
                "Bearer error=\"insufficient_scope\", scope=\"write\"",
                refused.header("WWW-Authenticate").orElseThrow());
        var writer = script("write");
        writer.patch("/v1/me", bio).expect(200);
        writer.get("/v1/me").expect(403);
        var both = script("read", "write");
        both.get("/v1/me").expect(200);
        both.patch("/v1/me", bio).expect(200);
    }

    @Test
    void manageNothingThatGuardsTheAccount() {
        var script = script("read", "write");
        var password = new JsonObject().put("password", Client.PASSWORD);
        var draft = new JsonObject().put("name", "more").put("scopes", new JsonArray().add("read"));
        var change =
                new JsonObject().put("currentPassword", Client.PASSWORD).put("newPassword", "an entirely new sentence");
        var replies = List.of(
                script.get("/v1/sessions"),
                script.delete("/v1/sessions"),
                script.delete("/v1/sessions/current"),
                script.delete("/v1/sessions/1"),
                script.get("/v1/tokens"),
                script.post("/v1/tokens", draft),
                script.delete("/v1/tokens/1"),
                script.put("/v1/me/password", change),
                script.put("/v1/me/email", password.copy().put("email", "new@example.com")),
                script.send("POST", "/v1/me/email-verification", null),
                script.delete("/v1/me", password));
        for (var reply : replies) {
            assertEquals("insufficient-scope", reply.expect(403).problem());
        }
    }

    @Test
    void endWhenRevoked() {
        var made = make("export", "read").expect(201).json();
        var script = anybody.with(made.getString("token"));
        script.get("/v1/me").expect(200);
        var path = "/v1/tokens/" + made.getString("id");
        anybody.register().delete(path).expect(404);
        ada.delete(path).expect(204);
        script.get("/v1/me").expect(401);
        ada.delete(path).expect(404);
    }

    @Test
    void tellWhenTheyWereUsedLast() {
        script("read").get("/v1/me").expect(200);
        Eventually.holds(Duration.ofSeconds(10), "lastUsedAt", () -> {
            var token = ada.get("/v1/tokens").json().getJsonArray("data").getJsonObject(0);
            return token.getString("lastUsedAt") != null;
        });
    }

    @Test
    void needANameScopesAndAFuture() {
        var nothing = ada.post("/v1/tokens", new JsonObject()).expect(400);
        assertEquals("required", nothing.violation("/name"));
        assertEquals("required", nothing.violation("/scopes"));
        assertEquals("enum", make("export", "admin").expect(400).violation("/scopes/0"));
        var past = new JsonObject()
                .put("name", "export")
                .put("scopes", new JsonArray().add("read"))
                .put("expiresAt", "2020-01-01T00:00:00Z");
        assertEquals("range", ada.post("/v1/tokens", past).expect(400).violation("/expiresAt"));
        anybody.get("/v1/tokens").expect(401);
    }

    @Test
    void refuseAnIdempotencyKeyWhenMade() {
        var draft = new JsonObject().put("name", "export").put("scopes", new JsonArray().add("read"));
        assertEquals(
                "bad-request",
                ada.post("/v1/tokens", draft, "Idempotency-Key", "k1")
                        .expect(400)
                        .problem());
        assertFalse(ada.get("/v1/tokens").text().contains("export"));
    }
}
