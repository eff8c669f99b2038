package broadside.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadside.testing.Client;
import broadside.testing.Eventually;
import broadside.testing.Server;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Admins take accounts out of sight and out of use, and bring them back. */
class SuspensionTest {
    private final Server server = Server.shared();
    private final Client anybody = server.client();

    private Client admin() {
        return withRole(Role.ADMIN);
    }

    private Client withRole(Role role) {
        var name = Client.name();
        anybody.post("/v1/accounts", Client.registration(name)).expect(201);
        server.program()
                .rooms()
                .standing()
                .promote(name, role)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return anybody.logIn(name, Client.PASSWORD);
    }

    @Test
    void hidesAndRestores() {
        var admin = admin();
        var name = Client.name();
        var susan = anybody.register(name);
        var post = susan.post("/v1/posts", new JsonObject().put("body", "Hello"))
                .expect(201)
                .header("Location")
                .orElseThrow();
        var suspension = "/v1/accounts/" + name + "/suspension";

        admin.put(suspension, new JsonObject().put("reason", "spam")).expect(204);
        anybody.get("/v1/accounts/" + name).expect(404);
        anybody.get(post).expect(404);
        Eventually.holds(
                Duration.ofSeconds(2),
                "her token is dead",
                () -> susan.get("/v1/me").status() == 401);
        var body = new JsonObject().put("login", name).put("password", Client.PASSWORD);
        assertEquals("suspended", anybody.post("/v1/sessions", body).expect(403).problem());
        assertEquals(
                "invalid-credentials",
                anybody.post("/v1/sessions", body.copy().put("password", "wrong password"))
                        .expect(401)
                        .problem());

        admin.delete(suspension).expect(204);
        anybody.get(post).expect(200);
        anybody.logIn(name, Client.PASSWORD).get("/v1/me").expect(200);
    }

    @Test
    void isForAdminsAndForOthers() {
        var admin = admin();
        var name = Client.name();
        var susan = anybody.register(name);
        susan.put("/v1/accounts/" + name + "/suspension", null).expect(403);
        anybody.put("/v1/accounts/" + name + "/suspension", null).expect(401);
        admin.put("/v1/accounts/nobody-" + name + "/suspension", null).expect(404);
        var self = admin.get("/v1/me").expect(200).json().getString("username");
        admin.put("/v1/accounts/" + self + "/suspension", null).expect(409);
    }

    @Test
    void moderatorsJudgeReadersAndAuthors() {
        var moderator = withRole(Role.MODERATOR);
        var author = Client.name();
        anybody.register(author);
        moderator.put("/v1/accounts/" + author + "/suspension", null).expect(204);
        moderator.delete("/v1/accounts/" + author + "/suspension").expect(204);
        for (var role : List.of(Role.MODERATOR, Role.ADMIN)) {
            var peer = withRole(role).get("/v1/me").expect(200).json().getString("username");
            moderator.put("/v1/accounts/" + peer + "/suspension", null).expect(403);
            moderator.delete("/v1/accounts/" + peer + "/suspension").expect(403);
            admin().put("/v1/accounts/" + peer + "/suspension", null).expect(204);
        }
        var self = moderator.get("/v1/me").expect(200).json().getString("username");
        moderator.put("/v1/accounts/" + self + "/suspension", null).expect(409);
    }
}
