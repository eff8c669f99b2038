package broadside.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import broadside.testing.Client;
import broadside.testing.Reply;
import broadside.testing.Server;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionsTest {
    /** A revoked token is dead within this, on every node. */
    private final Client anybody = Server.shared().client();

    private final String name = Client.name();

    @BeforeEach
    void register() {
        anybody.post("/v1/accounts", Client.registration(name)).expect(201);
    }

    private JsonObject logIn(String device) {
        var body = new JsonObject()
                .put("login", name)
                .put("password", Client.PASSWORD)
                .put("device", device);
        return anybody.post("/v1/sessions", body).expect(201).json();
    }

    private Client client(JsonObject tokens) {
        return anybody.with(tokens.getString("accessToken"));
    }

    private static String id(JsonObject tokens) {
        return tokens.getJsonObject("session").getString("id");
    }

    private static List<JsonObject> data(Reply page) {
        return page.expect(200).json().getJsonArray("data").stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    @Test
    void areListedNewestFirstPageByPage() {
        var phone = logIn("phone");
        var laptop = logIn("laptop");
        var tablet = logIn("tablet");
        var found = new ArrayList<String>();
        var cursor = "";
        do {
            var page = client(laptop).get("/v1/sessions?limit=1" + cursor);
            data(page).forEach(session -> found.add(session.getString("device") + session.getBoolean("current")));
            var next = page.json().getJsonObject("page").getString("next");
            cursor = next == null ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        assertEquals(List.of("tabletfalse", "laptoptrue", "phonefalse"), found);
        assertEquals(3, data(client(phone).get("/v1/sessions")).size());
        assertEquals(
                0,
                data(client(tablet).get("/v1/sessions?cursor=" + newest(tablet)))
                        .size());
    }

    private String newest(JsonObject tokens) {
        return client(tokens).get("/v1/sessions").json().getJsonObject("page").getString("prev");
    }

    @Test
    void anUnchangedListIsNotSentAgain() {
        var ada = client(logIn("phone"));
        var etag = ada.get("/v1/sessions").expect(200).etag();
        ada.get("/v1/sessions", "If-None-Match", etag).expect(304);
    }

    @Test
    void aWrongQueryIsRefused() {
        var ada = client(logIn("phone"));
        var reply = ada.get("/v1/sessions?limit=101&colour=red").expect(400);
        assertEquals("unknown", reply.violation("?colour"));
        assertEquals(
                "invalid-cursor",
                ada.get("/v1/sessions?cursor=AAAA").expect(400).problem());
    }

    @Test
    void oneCanBeEnded() {
        var phone = logIn("phone");
        var laptop = client(logIn("laptop"));
        client(phone).get("/v1/me").expect(200);
        laptop.delete("/v1/sessions/" + id(phone)).expect(204);
        assertDead(client(phone));
        laptop.get("/v1/me").expect(200);
        laptop.delete("/v1/sessions/" + id(phone)).expect(404);
        var refresh = new JsonObject().put("refreshToken", phone.getString("refreshToken"));
        assertEquals(
                "invalid-token",
                anybody.post("/v1/sessions/refresh", refresh).expect(401).problem());
    }

    @Test
    void onlyOnesOwnCanBeEnded() {
        var ada = logIn("phone");
        var grace = anybody.register();
        grace.delete("/v1/sessions/" + id(ada)).expect(404);
        grace.delete("/v1/sessions/0").expect(404);
        grace.delete("/v1/sessions/x").expect(404);
        client(ada).get("/v1/me").expect(200);
    }

    @Test
    void allOthersCanBeEnded() {
        var phone = client(logIn("phone"));
        var laptop = client(logIn("laptop"));
        laptop.delete("/v1/sessions").expect(204);
        assertDead(phone);
        assertEquals(1, data(laptop.get("/v1/sessions")).size());
    }

    @Test
    void loggingOutEndsTheOneThatAsks() {
        var phone = client(logIn("phone"));
        var laptop = client(logIn("laptop"));
        laptop.delete("/v1/sessions/current").expect(204);
        assertDead(laptop);
        phone.get("/v1/me").expect(200);
    }

    private static void assertDead(Client client) {
        client.get("/v1/me").expect(401);
    }

    @Test
    void needALogIn() {
        anybody.get("/v1/sessions").expect(401);
        anybody.delete("/v1/sessions").expect(401);
        anybody.delete("/v1/sessions/current").expect(401);
        anybody.delete("/v1/sessions/1").expect(401);
        var reply = anybody.with("bsa_" + "a".repeat(43)).get("/v1/sessions").expect(401);
        assertEquals(
                "Bearer error=\"invalid_token\"",
                reply.header("WWW-Authenticate").orElseThrow());
        anybody.with("nonsense").get("/v1/sessions").expect(401);
    }

    @Test
    void refreshingTradesARefreshTokenForNewTokens() {
        var first = logIn("phone");
        var second = refresh(first).expect(200);
        assertEquals("no-store", second.header("Cache-Control").orElseThrow());
        assertNotEquals(first.getString("refreshToken"), second.json().getString("refreshToken"));
        assertEquals(id(first), id(second.json()));
        client(second.json()).get("/v1/me").expect(200);
        client(first).get("/v1/me").expect(200);
        refresh(second.json()).expect(200);
    }

    private Reply refresh(JsonObject tokens) {
        var body = new JsonObject().put("refreshToken", tokens.getString("refreshToken"));
        return anybody.post("/v1/sessions/refresh", body);
    }

    @Test
    void whatIsNoRefreshTokenIsRefused() {
        var tokens = logIn("phone");
        assertEquals(
                "invalid-token",
                refresh(new JsonObject().put("refreshToken", "x".repeat(47)))
                        .expect(401)
                        .problem());
        var access = new JsonObject().put("refreshToken", tokens.getString("accessToken"));
        assertEquals("invalid-token", refresh(access).expect(401).problem());
        assertEquals(
                "required",
                anybody.post("/v1/sessions/refresh", new JsonObject())
                        .expect(400)
                        .violation("/refreshToken"));
        anybody.with(tokens.getString("refreshToken")).get("/v1/me").expect(401);
    }

    @Test
    void aPhoneThatAsksManyTimesAtOnceGetsAnAnswerEachTime() {
        var tokens = logIn("phone");
        var body = new JsonObject().put("refreshToken", tokens.getString("refreshToken"));
        var asked = java.util.stream.Stream.generate(
                        () -> anybody.sending("POST", "/v1/sessions/refresh", body.toBuffer()))
                .limit(10)
                .toList();
        asked.forEach(
                reply -> client(reply.join().expect(200).json()).get("/v1/me").expect(200));
        assertEquals(1, data(client(tokens).get("/v1/sessions")).size());
    }
}
