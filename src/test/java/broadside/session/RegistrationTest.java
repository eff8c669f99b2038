package broadside.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Client;
import broadside.testing.Reply;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RegistrationTest {
    private final Server server = Server.shared();
    private final Client anybody = server.client();
    private final String name = Client.name();
    private final JsonObject registration = Client.registration(name);

    @Test
    void answersTheNewAccount() {
        var reply = anybody.post(
                        "/v1/accounts", registration.put("displayName", "Ada").put("locale", "en-gb"))
                .expect(201);
        assertEquals("/v1/accounts/" + name, reply.header("Location").orElseThrow());
        assertEquals(name, reply.json().getString("username"));
        assertEquals("Ada", reply.json().getString("displayName"));
        assertEquals("en-GB", reply.json().getString("locale"));
        assertEquals("author", reply.json().getString("role"));
        assertFalse(reply.json().getBoolean("emailVerified"));
        var me = anybody.logIn(name, Client.PASSWORD).get("/v1/me").expect(200);
        assertEquals(reply.etag().replaceFirst("-.*", ""), me.etag().replaceFirst("-.*", ""));
    }

    @Test
    void aNameInAnotherScriptHasItsPlace() {
        var cyrillic = "Ада" + System.nanoTime() % 1_000_000;
        var reply = anybody.post("/v1/accounts", registration.put("username", cyrillic))
                .expect(201);
        var location = reply.header("Location").orElseThrow();
        assertEquals(cyrillic, anybody.get(location).expect(200).json().getString("username"));
    }

    @Test
    void tellsEverythingThatIsWrong() {
        registration
                .put("username", "9")
                .put("email", "nowhere")
                .put("password", "short")
                .put("colour", "red");
        var reply = anybody.post("/v1/accounts", registration).expect(400);
        assertEquals("validation", reply.problem());
        assertEquals("too-short", reply.violation("/username"));
        assertEquals("format", reply.violation("/email"));
        assertEquals("too-short", reply.violation("/password"));
        assertEquals("unknown", reply.violation("/colour"));
        assertEquals(400, anybody.post("/v1/accounts", new JsonObject()).status());
    }

    @Test
    void aTakenNameIsToldWhateverItsCaseOrWidth() {
        anybody.post("/v1/accounts", registration).expect(201);
        for (var same : new String[] {name, name.toUpperCase(java.util.Locale.ROOT), "\uff35" + name.substring(1)}) {
            var other = Client.registration(Client.name()).put("username", same);
            var reply = anybody.post("/v1/accounts", other).expect(409);
            assertEquals("username-taken", reply.problem());
            assertEquals("taken", reply.violation("/username"));
        }
    }

    @Test
    void aTakenAddressIsTold() {
        anybody.post("/v1/accounts", registration).expect(201);
        var other = Client.registration(Client.name())
                .put("email", name.toUpperCase(java.util.Locale.ROOT) + "@EXAMPLE.com");
        var reply = anybody.post("/v1/accounts", other).expect(409);
        assertEquals("email-taken", reply.problem());
        assertEquals("taken", reply.violation("/email"));
    }

    @Test
    void oneOfACrowdGetsTheName() {
        var crowd = IntStream.range(0, 50)
                .mapToObj(number -> Client.registration(name).put("email", name + number + "@example.com"))
                .map(body -> anybody.sending("POST", "/v1/accounts", body.toBuffer()))
                .toList();
        var statuses = crowd.stream()
                .map(CompletableFuture::join)
                .map(Reply::status)
                .sorted()
                .toList();
        assertEquals(201, statuses.get(0));
        assertEquals(java.util.Collections.nCopies(49, 409), statuses.subList(1, 50));
    }

    @Test
    void anAddressGoesToOneOfACrowd() {
        var crowd = IntStream.range(0, 4)
                .mapToObj(number -> Client.registration(Client.name()).put("email", name + "@example.com"))
                .map(body -> anybody.sending("POST", "/v1/accounts", body.toBuffer()))
                .toList();
        var statuses = crowd.stream()
                .map(CompletableFuture::join)
                .map(Reply::status)
                .sorted()
                .toList();
        assertEquals(201, statuses.get(0));
        assertEquals(java.util.Collections.nCopies(3, 409), statuses.subList(1, 4));
    }

    @Test
    void nothingButTheHashOfThePasswordIsKept() {
        anybody.post("/v1/accounts", registration).expect(201);
        var hash = TestDatabase.ask(
                server.database(),
                "select hash from password p join account a on a.id = p.account_id where a.username = '" + name + "'");
        assertTrue(hash != null && hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), hash);
    }

    @Test
    void anIdempotencyKeyIsRefused() {
        var reply = anybody.post("/v1/accounts", registration, "Idempotency-Key", "k1")
                .expect(400);
        assertEquals("bad-request", reply.problem());
    }

    @Test
    void whoeverLeavesIsGoneButTheNameStaysGivenOut() {
        var ada = anybody.register(name);
        var wrong = ada.delete("/v1/me", new JsonObject().put("password", "not my password"))
                .expect(403);
        assertEquals("wrong-password", wrong.problem());
        ada.delete("/v1/me", new JsonObject().put("password", Client.PASSWORD)).expect(204);
        ada.get("/v1/me").expect(401);
        anybody.get("/v1/accounts/" + name).expect(404);
        anybody.post("/v1/accounts", Client.registration(name).put("email", Client.name() + "@example.com"))
                .expect(409);
        var login = new JsonObject().put("login", name).put("password", Client.PASSWORD);
        assertEquals(
                "invalid-credentials",
                anybody.post("/v1/sessions", login).expect(401).problem());
    }

    @Test
    void leavingNeedsAPassword() {
        var ada = anybody.register(name);
        assertEquals(
                "required", ada.delete("/v1/me", new JsonObject()).expect(400).violation("/password"));
        ada.delete("/v1/me").expect(400);
        anybody.delete("/v1/me", new JsonObject().put("password", Client.PASSWORD))
                .expect(401);
        ada.get("/v1/me").expect(200);
    }
}
