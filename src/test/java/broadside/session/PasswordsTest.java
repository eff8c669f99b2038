package broadside.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Client;
import broadside.testing.Mailbox;
import broadside.testing.Reply;
import broadside.testing.Server;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("any-server")
class PasswordsTest {
    private static final String NEXT = "an entirely new sentence";

    private final Server server = Server.shared();
    private final Mailbox mailbox = Mailbox.of(server);
    private final Client anybody = server.client();
    private final String name = Client.name();
    private final String email = name + "@example.com";

    @BeforeEach
    void register() {
        anybody.post("/v1/accounts", Client.registration(name)).expect(201);
    }

    private Client logIn(String password) {
        return anybody.logIn(name, password);
    }

    private static Reply change(Client client, String present, String next) {
        return client.put(
                "/v1/me/password",
                new JsonObject().put("currentPassword", present).put("newPassword", next));
    }

    private String script(Client client) {
        var draft = new JsonObject().put("name", "export").put("scopes", new JsonArray().add("read"));
        return client.post("/v1/tokens", draft).expect(201).json().getString("token");
    }

    private void assertLogInFails(String password) {
        anybody.post("/v1/sessions", new JsonObject().put("login", name).put("password", password))
                .expect(401);
    }

    private static void assertDead(Client client) {
        client.get("/v1/me").expect(401);
    }

    @Test
    void aChangeEndsTheOtherSessions() {
        var phone = logIn(Client.PASSWORD);
        var laptop = logIn(Client.PASSWORD);
        var script = anybody.with(script(laptop));
        change(laptop, Client.PASSWORD, NEXT).expect(204);
        assertDead(phone);
        laptop.get("/v1/me").expect(200);
        script.get("/v1/me").expect(200);
        assertLogInFails(Client.PASSWORD);
        logIn(NEXT);
    }

    @Test
    void aChangeNeedsThePresentPassword() {
        var phone = logIn(Client.PASSWORD);
        var laptop = logIn(Client.PASSWORD);
        assertEquals(
                "wrong-password",
                change(laptop, "not the password", NEXT).expect(403).problem());
        phone.get("/v1/me").expect(200);
        logIn(Client.PASSWORD);
        change(anybody, Client.PASSWORD, NEXT).expect(401);
    }

    @Test
    void aNewPasswordKeepsTheRules() {
        var ada = logIn(Client.PASSWORD);
        assertEquals(
                "too-short", change(ada, Client.PASSWORD, "short").expect(400).violation("/newPassword"));
        assertEquals(
                "too-long",
                change(ada, Client.PASSWORD, "x".repeat(257)).expect(400).violation("/newPassword"));
        assertEquals(
                "not-allowed", change(ada, Client.PASSWORD, email).expect(400).violation("/newPassword"));
        logIn(Client.PASSWORD);
    }

    @Test
    void ofTwoChangesAtOnceOneWins() {
        var ada = logIn(Client.PASSWORD);
        var changes = Stream.of("first", "second")
                .map(next ->
                        new JsonObject().put("currentPassword", Client.PASSWORD).put("newPassword", next + NEXT))
                .map(body -> ada.sending("PUT", "/v1/me/password", body.toBuffer()))
                .toList();
        assertEquals(List.of(204, 403), statuses(changes));
        assertLogInFails(Client.PASSWORD);
    }

    private static List<Integer> statuses(List<CompletableFuture<Reply>> replies) {
        return replies.stream().map(reply -> reply.join().status()).sorted().toList();
    }

    private Reply ask(String address) {
        return anybody.post("/v1/password-resets", new JsonObject().put("email", address));
    }

    private Reply reset(String token, String password) {
        return anybody.put(
                "/v1/password-resets", new JsonObject().put("token", token).put("newPassword", password));
    }

    @Test
    void aResetIsPromisedWhetherTheAddressIsKnownOrNot() {
        var known = ask(email).expect(202);
        var unknown = ask(Client.name() + "@example.com").expect(202);
        assertEquals(known.headers().map().keySet(), unknown.headers().map().keySet());
        assertEquals(0, unknown.body().length());
        assertEquals("format", ask("nowhere").expect(400).violation("/email"));
    }

    @Test
    void aResetEndsEverySessionAndToken() {
        var phone = logIn(Client.PASSWORD);
        var script = anybody.with(script(phone));
        ask(email.toUpperCase(java.util.Locale.ROOT)).expect(202);
        var token = mailbox.token(email, 2);
        phone.get("/v1/me").expect(200);
        reset(token, NEXT).expect(204);
        assertDead(phone);
        assertDead(script);
        assertLogInFails(Client.PASSWORD);
        assertTrue(logIn(NEXT).get("/v1/me").json().getBoolean("emailVerified"));
    }

    @Test
    void aLinkWorksOnce() {
        ask(email).expect(202);
        var token = mailbox.token(email, 2);
        reset(token, NEXT).expect(204);
        assertEquals(
                "invalid-token", reset(token, "one more sentence").expect(400).problem());
        logIn(NEXT);
    }

    @Test
    void ofTwoUsesAtOnceOneWins() {
        ask(email).expect(202);
        var body = new JsonObject().put("token", mailbox.token(email, 2)).put("newPassword", NEXT);
        var uses = Stream.generate(() -> anybody.sending("PUT", "/v1/password-resets", body.toBuffer()))
                .limit(2)
                .toList();
        assertEquals(List.of(204, 400), statuses(uses));
    }

    @Test
    void aNewLinkTakesThePlaceOfTheOlder() {
        ask(email).expect(202);
        var older = mailbox.token(email, 2);
        ask(email).expect(202);
        var newer = mailbox.token(email, 3);
        assertEquals("invalid-token", reset(older, NEXT).expect(400).problem());
        reset(newer, NEXT).expect(204);
    }

    @Test
    void aRefusedPasswordLeavesTheLinkAlone() {
        ask(email).expect(202);
        var token = mailbox.token(email, 2);
        assertEquals("too-short", reset(token, "short").expect(400).violation("/newPassword"));
        assertEquals("not-allowed", reset(token, email).expect(400).violation("/newPassword"));
        reset(token, NEXT).expect(204);
    }

    @Test
    void aLinkForAnotherPurposeResetsNothing() {
        var verification = mailbox.token(email, 1);
        assertEquals("invalid-token", reset(verification, NEXT).expect(400).problem());
        assertEquals(
                "invalid-token",
                reset("bsm_" + "a".repeat(43), NEXT).expect(400).problem());
        logIn(Client.PASSWORD);
    }
}
