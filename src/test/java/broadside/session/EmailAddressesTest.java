package broadside.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Client;
import broadside.testing.Mailbox;
import broadside.testing.Reply;
import broadside.testing.Server;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("any-server")
class EmailAddressesTest {
    private final Server server = Server.shared();
    private final Mailbox mailbox = Mailbox.of(server);
    private final Client anybody = server.client();
    private final String name = Client.name();
    private final String email = name + "@example.com";
    private final String next = name + "@example.net";
    private final Client ada = anybody.register(name);

    private Reply confirm(String token) {
        return anybody.post("/v1/email-confirmations", new JsonObject().put("token", token));
    }

    private Reply change(String password) {
        return ada.put("/v1/me/email", new JsonObject().put("email", next).put("password", password));
    }

    private JsonObject me() {
        return ada.get("/v1/me").expect(200).json();
    }

    @Test
    void countAsVerifiedOnceTheLinkWasFollowed() {
        assertFalse(me().getBoolean("emailVerified"));
        var token = mailbox.token(email, 1);
        confirm(token).expect(204);
        assertTrue(me().getBoolean("emailVerified"));
        assertEquals("invalid-token", confirm(token).expect(400).problem());
    }

    @Test
    void areWrittenToAgainOnRequest() {
        var older = mailbox.token(email, 1);
        ada.send("POST", "/v1/me/email-verification", null).expect(202);
        var newer = mailbox.token(email, 2);
        assertEquals("invalid-token", confirm(older).expect(400).problem());
        confirm(newer).expect(204);
    }

    @Test
    void areNotWrittenToWhenVerified() {
        confirm(mailbox.token(email, 1)).expect(204);
        ada.send("POST", "/v1/me/email-verification", null).expect(202);
        change(Client.PASSWORD).expect(202);
        assertTrue(mailbox.newest(email, 2).contains("Subject: Your e-mail address is about to change"));
    }

    @Test
    void changeOnceTheNewOneIsConfirmed() {
        change(Client.PASSWORD).expect(202);
        var notice = mailbox.newest(email, 2);
        assertFalse(notice.contains(next), "the old address may be a stranger's");
        var token = mailbox.token(next, 1);
        assertEquals(email, me().getString("email"));
        confirm(token).expect(204);
        assertEquals(next, me().getString("email"));
        assertTrue(me().getBoolean("emailVerified"));
        anybody.logIn(next, Client.PASSWORD);
        anybody.post("/v1/sessions", new JsonObject().put("login", email).put("password", Client.PASSWORD))
                .expect(401);
    }

    @Test
    void linksToTheOldOneEndWithIt() {
        var verification = mailbox.token(email, 1);
        anybody.post("/v1/password-resets", new JsonObject().put("email", email))
                .expect(202);
        var reset =
                new JsonObject().put("token", mailbox.token(email, 2)).put("newPassword", "an entirely new sentence");
        change(Client.PASSWORD).expect(202);
        confirm(mailbox.token(next, 1)).expect(204);
        confirm(verification).expect(400);
        anybody.put("/v1/password-resets", reset).expect(400);
        assertEquals(next, me().getString("email"));
    }

    @Test
    void verifyingTheOldOneKeepsTheChangeOpen() {
        change(Client.PASSWORD).expect(202);
        confirm(mailbox.token(email, 1)).expect(204);
        assertEquals(email, me().getString("email"));
        confirm(mailbox.token(next, 1)).expect(204);
        assertEquals(next, me().getString("email"));
    }

    @Test
    void cannotBecomeSomebodyElses() {
        change(Client.PASSWORD).expect(202);
        var token = mailbox.token(next, 1);
        anybody.post("/v1/accounts", Client.registration(Client.name()).put("email", next))
                .expect(201);
        var reply = confirm(token).expect(409);
        assertEquals("email-taken", reply.problem());
        assertEquals(email, me().getString("email"));
    }

    @Test
    void needThePasswordToChange() {
        assertEquals("wrong-password", change("not the password").expect(403).problem());
        var reply = ada.put("/v1/me/email", new JsonObject().put("email", "nowhere"))
                .expect(400);
        assertEquals("format", reply.violation("/email"));
        assertEquals("required", reply.violation("/password"));
        anybody.put("/v1/me/email", new JsonObject()).expect(401);
        anybody.send("POST", "/v1/me/email-verification", null).expect(401);
    }

    @Test
    void areNotConfirmedByWhatIsNoToken() {
        assertEquals(
                "invalid-token", confirm("bsm_" + "a".repeat(43)).expect(400).problem());
        assertEquals("too-short", confirm("abc").expect(400).violation("/token"));
        assertEquals(
                "required",
                anybody.post("/v1/email-confirmations", new JsonObject())
                        .expect(400)
                        .violation("/token"));
    }
}
