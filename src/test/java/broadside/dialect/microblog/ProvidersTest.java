package broadside.dialect.microblog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.conformance.Conforms;
import broadside.conformance.Line;
import broadside.testing.Client;
import broadside.testing.Eventually;
import broadside.testing.Reply;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Logging in by a provider, which runs here. */
@Conforms("microblog")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProvidersTest {
    private KnownPeople provider;
    private Server server;
    private Somebody nobody;

    @BeforeAll
    void start() {
        provider = KnownPeople.start();
        var settings = new java.util.HashMap<String, String>();
        for (var name : List.of("GITHUB", "GOOGLE")) {
            settings.putAll(provider.settings(name));
        }
        server = Server.start(settings);
        nobody = Somebody.nobody(server);
    }

    @AfterAll
    void stop() {
        server.close();
        provider.close();
    }

    /** There and back again: the answer to what the client sends in the end. */
    private Reply signIn(String name, String code) {
        var leaving = nobody.get("/tokens/oauth2/" + name).expect(302);
        return comeBack(name, code, state(leaving), cookie(leaving));
    }

    private Reply comeBack(String name, String code, String state, String cookie) {
        var body = new JsonObject().put("code", code).put("state", state);
        return nobody.post("/tokens/oauth2/" + name, body, "Cookie", cookie);
    }

    private static String state(Reply leaving) {
        return leaving.header("Location").orElseThrow().replaceFirst(".*[?&]state=([^&]*).*", "$1");
    }

    private static String cookie(Reply leaving) {
        return leaving.header("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
    }

    private JsonObject me(Reply tokens) {
        return nobody.with(Somebody.access(tokens.expect(200)))
                .get("/me")
                .expect(200)
                .json();
    }

    private void verify(Somebody somebody) {
        TestDatabase.execute(
                server.database(), "update account set email_verified_at = now() where id = " + somebody.id());
    }

    @Test
    @Line("oauth.leave")
    void oneIsSentToTheProvider() {
        var leaving = nobody.get("/tokens/oauth2/github").expect(302);
        assertEquals("{}", leaving.text());
        var location = leaving.header("Location").orElseThrow();
        assertTrue(
                location.startsWith(
                        provider.url() + "/authorize?client_id=id-of-github&redirect_uri="
                                + "http%3A%2F%2Flocalhost%3A3000%2Foauth2%2Fgithub%2Fcallback&response_type=code&scope=user%3Aemail&state="),
                location);
        assertEquals("oauth2_state=" + state(leaving), cookie(leaving));
        assertTrue(leaving.header("Set-Cookie").orElseThrow().contains("; HttpOnly; Path=/microblog/api/tokens; "));
        assertNotEquals(state(leaving), state(nobody.get("/tokens/oauth2/github")));
        Said.plain(404, nobody.get("/tokens/oauth2/nobody"));
        Said.plain(
                404,
                nobody.post(
                        "/tokens/oauth2/nobody",
                        new JsonObject().put("code", "a").put("state", "b")));
    }

    @Test
    @Line({"oauth.new", "cookie.provider"})
    void somebodyNewGetsAnAccountWithoutPassword() {
        var name = Client.name();
        for (var kind : List.of("google", "github")) {
            var tokens = signIn(kind, provider.verified(kind, name + "@example.com"));
            assertTrue(Somebody.cookie(tokens).matches("[\\w-]{43}"));
            assertEquals("", tokens.header("WWW-Authenticate").orElse(""));
            var me = me(tokens);
            assertEquals(name, me.getString("username"));
            assertEquals(name + "@example.com", me.getString("email"));
            assertEquals(false, me.getBoolean("has_password"));
            nobody.refresh(Somebody.access(tokens), Somebody.cookie(tokens)).expect(200);
        }
        nobody.logIn(name, "").expect(401);
    }

    @Test
    @Line("oauth.clash")
    void whoseNameIsTakenGetsAFreeOne() {
        var susan = Somebody.register(server);
        var me = me(signIn("google", provider.verified("google", susan.name() + "@example.net")));
        assertEquals(susan.name() + "-2", me.getString("username"));
        var admin = me(signIn("google", provider.verified("google", "admin@" + Client.name() + ".example")));
        assertTrue(admin.getString("username").startsWith("admin-"), admin.encode());
        var digits = me(signIn("google", provider.verified("google", "12@" + Client.name() + ".example")));
        assertTrue(digits.getString("username").startsWith("user"), digits.encode());
    }

    @Test
    @Line("oauth.join")
    void anAccountIsJoinedWhereBothSidesHaveVerifiedTheAddress() {
        var susan = Somebody.register(server);
        verify(susan);
        var me = me(signIn("github", provider.verified("github", susan.name() + "@example.com")));
        assertEquals(susan.id(), me.getInteger("id"));
        assertEquals(true, me.getBoolean("has_password"));
        susan.get("/me").expect(200);
        nobody.logIn(susan.name(), Somebody.PASSWORD).expect(200);
    }

    @Test
    @Line("oauth.unproven")
    void whoeverNeverProvedTheAddressLosesPasswordAndSessions() {
        var squatter = Somebody.register(server);
        var me = me(signIn("google", provider.verified("google", squatter.name() + "@example.com")));
        assertEquals(squatter.id(), me.getInteger("id"));
        assertEquals(false, me.getBoolean("has_password"));
        Eventually.holds(
                Duration.ofSeconds(5),
                "the session has ended",
                () -> squatter.get("/me").status() == 401);
        nobody.refresh(squatter.token(), squatter.cookie()).expect(401);
        nobody.logIn(squatter.name(), Somebody.PASSWORD).expect(401);
        signIn("google", provider.verified("google", squatter.name() + "@example.com"))
                .expect(200);
    }

    @Test
    @Line("oauth.unverified")
    void anAddressTheProviderHasNotVerifiedIsNoProof() {
        var name = Client.name();
        Said.plain(401, signIn("google", provider.unverified("google", name + "@example.com")));
        Said.plain(401, signIn("github", provider.unverified("github", name + "@example.com")));
        nobody.post("/users", Somebody.registration(name)).expect(201);
    }

    @Test
    @Line("oauth.state")
    void aStateIsGoodForTheBrowserThatAskedForIt() {
        var code = provider.verified("google", Client.name() + "@example.com");
        var mine = nobody.get("/tokens/oauth2/google").expect(302);
        var other = nobody.get("/tokens/oauth2/google").expect(302);
        var refused = Said.plain(401, comeBack("google", code, state(mine), cookie(other)));
        assertTrue(refused.header("WWW-Authenticate").isEmpty());
        Said.plain(401, comeBack("google", code, state(mine), "other=1"));
        Said.plain(401, comeBack("google", code, "made-up", "oauth2_state=made-up"));
        Said.plain(401, comeBack("github", code, state(mine), cookie(mine)));
        Said.wrong(
                nobody.post("/tokens/oauth2/google", new JsonObject()),
                "json",
                "code",
                "Missing data for required field.",
                "state",
                "Missing data for required field.");
        comeBack("google", code, state(mine), cookie(mine)).expect(200);
        var old = nobody.get("/tokens/oauth2/google").expect(302);
        server.clock().forward(Duration.ofMinutes(11));
        Said.plain(401, comeBack("google", code, state(old), cookie(old)));
    }

    @Test
    @Line("oauth.refused")
    void whatTheProviderRefusesIsRefused() {
        Said.plain(401, signIn("google", "unknown"));
        Said.plain(401, signIn("google", "no-profile"));
        Said.plain(401, signIn("google", "nonsense"));
        assertEquals(503, signIn("google", "hangs").expect(503).json().getInteger("code"));
        assertEquals(503, signIn("google", "cut").expect(503).json().getInteger("code"));
    }
}
