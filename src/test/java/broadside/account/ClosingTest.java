package broadside.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadside.testing.Client;
import broadside.testing.Eventually;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whoever leaves takes everything along, but for the names. */
class ClosingTest {
    private final Server server = Server.shared();
    private final Client anybody = server.client();

    @Test
    void takesPostsAlongAndKeepsNames() {
        var name = Client.name();
        var susan = anybody.register(name);
        var title = "Leaving " + name;
        var written = susan.post(
                        "/v1/posts", new JsonObject().put("title", title).put("body", "Bye"))
                .expect(201);
        var post = written.header("Location").orElseThrow();
        var slug = written.json().getString("slug");

        assertEquals(
                "wrong-password",
                susan.delete("/v1/me", new JsonObject().put("password", "something else"))
                        .expect(403)
                        .problem());
        susan.delete("/v1/me", new JsonObject().put("password", Client.PASSWORD))
                .expect(204);

        anybody.get(post).expect(404);
        anybody.get("/v1/articles/" + slug).expect(404);
        anybody.get("/v1/accounts/" + name).expect(404);
        Eventually.holds(
                Duration.ofSeconds(2),
                "her token is dead",
                () -> susan.get("/v1/me").status() == 401);
        var again = Client.registration(name).put("email", "other-" + name + "@example.com");
        assertEquals(
                "username-taken",
                anybody.post("/v1/accounts", again).expect(409).problem());

        var other = anybody.register();
        var same = other.post("/v1/posts", new JsonObject().put("title", title).put("body", "Hi"))
                .expect(201);
        assertEquals(slug, same.json().getString("slug").substring(0, slug.length()));
        assertEquals(
                slug.length() + 7, same.json().getString("slug").length(), "a suffix, since the slug is given out");
        Eventually.holds(
                Duration.ofSeconds(15), "the account is gone", () -> left(name).equals("0"));
    }

    @Test
    void freesTheAddress() {
        var name = Client.name();
        var susan = anybody.register(name);
        susan.delete("/v1/me", new JsonObject().put("password", Client.PASSWORD))
                .expect(204);
        var next = Client.registration(Client.name()).put("email", name + "@example.com");
        anybody.post("/v1/accounts", next).expect(201);
    }

    private String left(String name) {
        return String.valueOf(
                TestDatabase.ask(server.database(), "select count(*) from account where username = '" + name + "'"));
    }
}
