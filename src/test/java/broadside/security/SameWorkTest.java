package broadside.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.contract.Contract;
import broadside.contract.Contracts;
import broadside.testing.Client;
import broadside.testing.Reply;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Whether somebody has an account shows neither in the work that is done for an answer nor in the answer. */
@Tag("any-server")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SameWorkTest {
    private static final String WRONG = "not this password";
    /** Less than what an answer that sends a mail is held back for. */
    private static final Duration HELD_BACK = Duration.ofMillis(200);

    private final Server server = Server.shared();
    private final String known = Client.name();
    private final String suspended = Client.name();
    private final String withoutPassword = Client.name();

    @BeforeAll
    void register() {
        server.client().register(known);
        server.client().register(suspended);
        server.client().register(withoutPassword);
        TestDatabase.execute(
                server.database(), "update account set suspended_at = now() where username = '" + suspended + "'");
        TestDatabase.execute(
                server.database(),
                "delete from password where account_id = (select id from account where username = '" + withoutPassword
                        + "')");
    }

    private List<String> names() {
        return List.of(known, suspended, withoutPassword, Client.name());
    }

    private static Client of(Server server, Contract contract) {
        return new Client(server.url(), contract, null);
    }

    @Test
    void aLogInIsOneVerification() {
        sameWork(1, 401, this::logIn);
        sameWork(1, 401, name -> logIn(name + "@example.com"));
    }

    private Reply logIn(String login) {
        return server.client()
                .post("/v1/sessions", new JsonObject().put("login", login).put("password", WRONG));
    }

    @Test
    void aLogInByRealWorldIsOneVerification() {
        var conduit = of(server, Contracts.REALWORLD);
        sameWork(
                1,
                401,
                name -> conduit.post(
                        "/realworld/api/users/login",
                        new JsonObject()
                                .put(
                                        "user",
                                        new JsonObject()
                                                .put("email", name + "@example.com")
                                                .put("password", WRONG))));
    }

    @Test
    void aLogInByMicroblogIsOneVerification() {
        var microblog = of(server, Contracts.MICROBLOG);
        sameWork(
                1,
                401,
                name -> microblog.send(
                        "POST", "/microblog/api/tokens", null, "Authorization", "Basic " + base64(name + ":" + WRONG)));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aResetIsNoneAndHeldBack() {
        sameWork(
                0,
                202,
                name -> heldBack(() -> server.client()
                        .post("/v1/password-resets", new JsonObject().put("email", name + "@example.com"))));
        var microblog = of(server, Contracts.MICROBLOG);
        sameWork(
                0,
                204,
                name -> heldBack(() -> microblog.post(
                        "/microblog/api/tokens/reset", new JsonObject().put("email", name + "@example.com"))));
    }

    private static Reply heldBack(Supplier<Reply> question) {
        long begin = System.nanoTime();
        var reply = question.get();
        assertTrue(System.nanoTime() - begin > HELD_BACK.toNanos(), "how long it takes tells something");
        return reply;
    }

    private void sameWork(int verifications, int status, Function<String, Reply> attempt) {
        for (var name : names()) {
            long before = server.program().rooms().passwords().verifications();
            var reply = attempt.apply(name);
            assertEquals(status, reply.status(), reply::text);
            assertEquals(verifications, server.program().rooms().passwords().verifications() - before);
        }
    }
}
