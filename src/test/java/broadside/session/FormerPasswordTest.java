package broadside.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Client;
import broadside.testing.Reply;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Passwords of people who come from elsewhere with the hash they had there; made by Werkzeug 3.1. */
@Tag("any-server")
class FormerPasswordTest {
    private static final String PASSWORD = "correct horse battery";
    private static final String SCRYPT =
            "scrypt:32768:8:1$Oqbu7c4hA8jCBWNA$44ee7863058326b06de9252c61c039d76d91168c215ed148813cb8c1d2483bc6"
                    + "92049825669a5b260fa8a5336e3d1d2d40ebc39e48b573928c88f7d688c2c0ee";
    private static final String PBKDF2 =
            "pbkdf2:sha256:260000$qKscnWRv$fba1de002010d4fd759b6fbd3453d18606dead4f553ce633930c0c0edc911e0b";

    private final Server server = Server.shared();
    private final Client anybody = server.client();
    private final String name = Client.name();

    @BeforeEach
    void register() {
        anybody.register(name);
    }

    private void bring(String hash) {
        TestDatabase.execute(
                server.database(), "update password set hash = '" + hash + "' where account_id = (" + account() + ")");
    }

    private String account() {
        return "select id from account where username = '" + name + "'";
    }

    private String hash() {
        var query = "select hash from password where account_id = (" + account() + ")";
        return String.valueOf(TestDatabase.ask(server.database(), query));
    }

    private Reply logIn(String password) {
        return anybody.post("/v1/sessions", attempt(name, password));
    }

    private static JsonObject attempt(String login, String password) {
        return new JsonObject().put("login", login).put("password", password);
    }

    @ParameterizedTest
    @ValueSource(strings = {SCRYPT, PBKDF2})
    void logsInAndGivesWayToOneOfOurOwn(String former) {
        bring(former);
        assertEquals("invalid-credentials", logIn("not it").expect(401).problem());
        assertEquals(former, hash());
        logIn(PASSWORD).expect(201);
        var own = hash();
        assertTrue(own.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), own);
        logIn(PASSWORD).expect(201);
        logIn("not it").expect(401);
        assertEquals(own, hash());
    }

    @Test
    void aCrowdOfFirstLogInsAllComeIn() {
        bring("pbkdf2:sha256:1000$J8NmYYEU3rxhq0J2$cf154cf92c50c9ec1275af9a07fae6b8b6da4ea9abf48b8173698c3baf7dc063");
        var replies = IntStream.range(0, 6)
                .mapToObj(number -> anybody.sending(
                        "POST", "/v1/sessions", attempt(name, "cat").toBuffer()))
                .toList();
        replies.forEach(reply -> reply.join().expect(201));
        assertTrue(hash().startsWith("$argon2id$"));
    }

    @Test
    void aHashThatCannotBeVerifiedRefusesEverybody() {
        bring("scrypt:1048576:8:1$salt$00");
        assertEquals("invalid-credentials", logIn(PASSWORD).expect(401).problem());
    }

    @Test
    void aRefusalTakesItsTimeWhoeverItIs() {
        bring(PBKDF2);
        assertRefusedInTime(name);
        assertRefusedInTime(Client.name());
    }

    private void assertRefusedInTime(String login) {
        var begin = System.nanoTime();
        anybody.post("/v1/sessions", attempt(login, "not it")).expect(401);
        assertTrue(Duration.ofNanos(System.nanoTime() - begin).compareTo(Duration.ofMillis(390)) >= 0);
    }

    @Test
    void theOldPasswordProvesItselfForAChangeToo() {
        var ada = anybody.logIn(name, Client.PASSWORD);
        bring(SCRYPT);
        var change = new JsonObject().put("currentPassword", PASSWORD).put("newPassword", "an entirely new sentence");
        ada.put("/v1/me/password", change).expect(204);
        logIn("an entirely new sentence").expect(201);
    }
}
