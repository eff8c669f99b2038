package broadside.dialect.realworld;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadside.contract.Contracts;
import broadside.testing.Client;
import broadside.testing.Eventually;
import broadside.testing.Reply;
import broadside.testing.Server;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A client of the RealWorld API, its every exchange held against the contract.
 *
 * @param name  who is logged in; empty: nobody
 * @param token what she shows; null: nothing
 */
record Conduit(Server server, String name, @Nullable String token) {
    static final String API = "/realworld/api";
    static final String PASSWORD = "a long sentence";

    static Conduit of(Server server) {
        return new Conduit(server, "", null);
    }

    /** Somebody with a name nobody else has. */
    static Conduit somebody() {
        return of(Server.shared()).register(Client.name());
    }

    static Conduit nobody() {
        return of(Server.shared());
    }

    Conduit register(String username) {
        var user = post("/users", registration(username)).expect(201).json().getJsonObject("user");
        return new Conduit(server, username, user.getString("token"));
    }

    static JsonObject registration(String username) {
        return user("username", username, "email", username + "@example.com", "password", PASSWORD);
    }

    static JsonObject user(String... pairs) {
        return new JsonObject().put("user", object((Object[]) pairs));
    }

    static JsonObject object(@Nullable Object... pairs) {
        var object = new JsonObject();
        for (int i = 0; i < pairs.length; i += 2) {
            object.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return object;
    }

    static JsonObject article(@Nullable Object... pairs) {
        return new JsonObject().put("article", object(pairs));
    }

    static JsonObject draft(String title, String... tags) {
        return article(
                "title",
                title,
                "description",
                "About " + title,
                "body",
                "It is **so**.",
                "tagList",
                new JsonArray(List.of(tags)));
    }

    static JsonObject comment(String body) {
        return new JsonObject().put("comment", object("body", body));
    }

    /** Writes an article. */
    JsonObject write(String title, String... tags) {
        return article(post("/articles", draft(title, tags)).expect(201));
    }

    static JsonObject article(Reply reply) {
        return reply.json().getJsonObject("article");
    }

    static List<JsonObject> articles(Reply reply) {
        return reply.expect(200).json().getJsonArray("articles").stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    static List<String> slugs(Reply reply) {
        return articles(reply).stream()
                .map(article -> article.getString("slug"))
                .toList();
    }

    /** Where an article is. */
    static String at(JsonObject article) {
        return "/articles/" + article.getString("slug");
    }

    /** That an answer is this error and no other. */
    static void assertRefused(int status, String what, String text, Reply reply) {
        assertEquals(
                new JsonObject().put("errors", new JsonObject().put(what, new JsonArray().add(text))),
                reply.expect(status).json());
    }

    Reply get(String path) {
        return send("GET", path, null);
    }

    Reply post(String path, @Nullable JsonObject body) {
        return send("POST", path, body);
    }

    Reply put(String path, JsonObject body) {
        return send("PUT", path, body);
    }

    Reply delete(String path) {
        return send("DELETE", path, null);
    }

    Reply send(String method, String path, @Nullable JsonObject body, String... headers) {
        return client().send(method, API + path, body == null ? null : body.toBuffer(), with(headers));
    }

    /** What the contract does not offer, and is taken or refused all the same. */
    Reply beyond(String method, String path, @Nullable JsonObject body, String... headers) {
        return client().unchecked(method, API + path, body, with(headers));
    }

    private Client client() {
        return new Client(server.url(), Contracts.REALWORLD, null);
    }

    private String[] with(String... headers) {
        return token == null
                ? headers
                : Stream.concat(Stream.of("Authorization", "Token " + token), Stream.of(headers))
                        .toArray(String[]::new);
    }

    /** A token that has ended may be known by heart for a moment. */
    void awaitLoggedOut() {
        Eventually.holds(
                Duration.ofSeconds(3), "the token has ended", () -> get("/user").status() == 401);
    }

    /** The same person in our own API. */
    Client ours() {
        return server.client().with(token);
    }
}
