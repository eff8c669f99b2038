package broadside.dialect.microblog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.conformance.Conforms;
import broadside.conformance.Line;
import broadside.testing.Client;
import broadside.testing.Eventually;
import broadside.testing.Mailbox;
import broadside.testing.Reply;
import broadside.testing.Server;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Pairs of tokens, their times and their end. On a server of its own, whose clock is put forward. */
@Conforms("microblog")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokensTest {
    private Server server;
    private Somebody nobody;

    @BeforeAll
    void start() {
        server = Server.start(Map.of());
        nobody = Somebody.nobody(server);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Somebody again(Somebody somebody) {
        return Somebody.logIn(server, somebody.name(), Somebody.PASSWORD, somebody.id());
    }

    private Reply refresh(Somebody somebody) {
        return nobody.refresh(somebody.token(), somebody.cookie());
    }

    /** The one who has what a refresh answered. */
    private static Somebody after(Somebody somebody, Reply refreshed) {
        refreshed.expect(200);
        return new Somebody(
                somebody.client().with(Somebody.access(refreshed)),
                somebody.name(),
                somebody.id(),
                Somebody.cookie(refreshed));
    }

    private static void dies(Somebody somebody) {
        Eventually.holds(
                Duration.ofSeconds(5),
                "the token is dead",
                () -> somebody.get("/me").status() == 401);
    }

    @Test
    @Line({"tokens.log-in", "token.shape"})
    void oneLogsInByNameOrAddress() {
        var susan = Somebody.register(server);
        for (var login : List.of(susan.name(), susan.name() + "@example.com")) {
            var reply = nobody.logIn(login, Somebody.PASSWORD).expect(200);
            assertEquals(
                    "access_token refresh_token",
                    String.join(" ", new TreeSet<>(reply.json().fieldNames())));
            assertEquals(null, reply.json().getString("refresh_token"));
            assertTrue(Somebody.cookie(reply).matches("[A-Za-z0-9_-]{43}"), Somebody.cookie(reply));
            susan.with(Somebody.access(reply)).get("/me").expect(200);
        }
        nobody.logIn(susan.name(), "wrong").expect(401);
        nobody.logIn(Client.name(), Somebody.PASSWORD).expect(401);
        nobody.post("/tokens", null).expect(401);
        nobody.post("/tokens", null, "Authorization", "Basic !!!").expect(401);
        nobody.post("/tokens", null, "Authorization", "Basic " + "bm8gY29sb24=").expect(401);
    }

    @Test
    @Line("tokens.log-in-text")
    void namesAndPasswordsAreUtfEightOrLatinOne() {
        var name = "é" + Client.name();
        nobody.post(
                        "/users",
                        Somebody.registration(name)
                                .put("email", Client.name() + "@example.com")
                                .put("password", "pässword:x"))
                .expect(201);
        nobody.logIn(name, "pässword:x").expect(200);
        var latin = java.util.Base64.getEncoder()
                .encodeToString((name + ":pässword:x").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        nobody.post("/tokens", null, "Authorization", "bAsIc " + latin).expect(200);
    }

    @Test
    @Line("token.access")
    void anAccessTokenLastsAQuarterOfAnHour() {
        var susan = Somebody.register(server);
        server.clock().forward(Duration.ofMinutes(14));
        susan.get("/me").expect(200);
        server.clock().forward(Duration.ofSeconds(61));
        susan.get("/me").expect(401);
        after(susan, refresh(susan)).get("/me").expect(200);
    }

    @Test
    @Line("token.many")
    void eachLogInIsASessionOfItsOwn() {
        var phone = Somebody.register(server);
        var desk = again(phone);
        phone.delete("/tokens").expect(204);
        server.clock().forward(Duration.ofSeconds(7));
        dies(phone);
        desk.get("/me").expect(200);
        after(desk, refresh(desk)).get("/me").expect(200);
    }

    @Test
    @Line({"tokens.refresh", "token.refresh-life"})
    void aPairIsTradedForAnotherWithinSevenDays() {
        var susan = Somebody.register(server);
        server.clock().forward(Duration.ofDays(7).minusMinutes(1));
        var next = after(susan, refresh(susan));
        next.get("/me").expect(200);
        assertNotEquals(susan.cookie(), next.cookie());
        server.clock().forward(Duration.ofDays(7).minusMinutes(1));
        after(next, refresh(next)).get("/me").expect(200);
    }

    @Test
    @Line("tokens.refresh-body")
    void theRefreshTokenMayComeInTheBody() {
        var susan = Somebody.register(server);
        var body = new JsonObject().put("access_token", susan.token()).put("refresh_token", susan.cookie());
        nobody.put("/tokens", body).expect(200);
        Said.plain(401, nobody.put("/tokens", new JsonObject().put("access_token", susan.token())));
        Said.wrong(
                nobody.put("/tokens", new JsonObject().putNull("refresh_token")),
                "json",
                "access_token",
                "Missing data for required field.",
                "refresh_token",
                "Field may not be null.");
        var wrongBody = new JsonObject().put("access_token", susan.token()).put("refresh_token", "x");
        nobody.send("PUT", "/tokens", wrongBody, Somebody.refreshCookie(susan.cookie()))
                .expect(401);
    }

    @Test
    @Line("token.pair")
    void onlyTheTwoThatBelongTogetherAreTraded() {
        var phone = Somebody.register(server);
        var desk = again(phone);
        Said.plain(401, nobody.refresh(phone.token(), desk.cookie()));
        Said.plain(401, nobody.refresh("x", desk.cookie()));
        Said.plain(401, nobody.refresh(desk.token(), "x"));
        phone.get("/me").expect(200);
        desk.get("/me").expect(200);
        after(phone, refresh(phone));
        var natively = new JsonObject().put("refreshToken", "bsr_" + desk.cookie());
        server.client().post("/v1/sessions/refresh", natively).expect(401);
    }

    @Test
    @Line("token.grace")
    void theOldPairWorksForFiveSecondsMore() {
        var susan = Somebody.register(server);
        var first = after(susan, refresh(susan));
        server.clock().forward(Duration.ofSeconds(4));
        susan.get("/me").expect(200);
        var second = after(susan, refresh(susan));
        first.get("/me").expect(200);
        second.get("/me").expect(200);
        server.clock().forward(Duration.ofSeconds(2));
        dies(susan);
        first.get("/me").expect(200);
    }

    @Test
    @Line("token.reuse")
    void aPairUsedTooLateEndsEverySession() {
        var susan = Somebody.register(server);
        var other = again(susan);
        var natively = susan.natively(server);
        var next = after(susan, refresh(susan));
        server.clock().forward(Duration.ofSeconds(6));
        Said.plain(401, refresh(susan));
        dies(next);
        dies(other);
        Said.plain(401, refresh(next));
        Said.plain(401, refresh(other));
        Eventually.holds(
                Duration.ofSeconds(5),
                "ended here too",
                () -> natively.get("/v1/me").status() == 401);
        nobody.logIn(susan.name(), Somebody.PASSWORD).expect(200);
    }

    @Test
    @Line("token.reuse-old")
    void aPairOlderThanSevenDaysEndsEverySession() {
        var susan = Somebody.register(server);
        server.clock().forward(Duration.ofDays(7).plusMinutes(1));
        var other = again(susan);
        Said.plain(401, refresh(susan));
        dies(other);
    }

    @Test
    @Line({"tokens.log-out", "token.reuse-logged-out"})
    void aPairThatWasLoggedOutWorksForFiveSecondsMore() {
        var susan = Somebody.register(server);
        var other = again(susan);
        var out = susan.delete("/tokens").expect(204);
        assertTrue(out.header("Set-Cookie").isEmpty());
        susan.get("/me").expect(200);
        server.clock().forward(Duration.ofSeconds(6));
        dies(susan);
        other.get("/me").expect(200);
        Said.plain(401, refresh(susan));
        dies(other);
        nobody.delete("/tokens").expect(401);
    }

    @Test
    @Line({"reset.request", "reset.set", "reset.once", "client.errors-json"})
    void aForgottenPasswordIsSetAnew() {
        var susan = Somebody.register(server);
        var email = susan.name() + "@example.com";
        nobody.post("/tokens/reset", new JsonObject().put("email", email)).expect(204);
        nobody.post("/tokens/reset", new JsonObject().put("email", Client.name() + "@example.com"))
                .expect(204);
        Said.wrong(
                nobody.post("/tokens/reset", new JsonObject().put("email", "x")),
                "json",
                "email",
                "Not a valid email address.");
        var mail = Mailbox.of(server).newest(email, 2);
        assertTrue(mail.contains("Hello " + susan.name()), mail);
        var reset = new JsonObject()
                .put("token", Mailbox.of(server).token(email, 2))
                .put("new_password", "cat");
        Said.wrong(
                nobody.put("/tokens/reset", reset.copy().put("new_password", "ab")),
                "json",
                "new_password",
                "Shorter than minimum length 3.");
        Said.plainAbout("token", nobody.put("/tokens/reset", reset.copy().put("token", "wrong")));
        nobody.put("/tokens/reset", reset).expect(204);
        Said.plainAbout("token", nobody.put("/tokens/reset", reset));
        nobody.logIn(susan.name(), "cat").expect(200);
        dies(susan);
    }
}
