package broadside.dialect.microblog;

import static java.nio.charset.StandardCharsets.UTF_8;

import broadside.contract.Contracts;
import broadside.testing.Client;
import broadside.testing.Reply;
import broadside.testing.Server;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody at a client of this API.
 *
 * @param name   empty: not logged in
 * @param cookie refresh token, as the browser keeps it
 */
record Somebody(Client client, String name, int id, String cookie) {
    static final String API = "/microblog/api";
    static final String PASSWORD = "correct horse battery staple";

    /** Who is not logged in. */
    static Somebody nobody(Server server) {
        return new Somebody(new Client(server.url(), Contracts.MICROBLOG, null), "", 0, "");
    }

    static Somebody register(Server server) {
        return register(server, Client.name());
    }

    static Somebody register(Server server, String name) {
        var id = nobody(server)
                .post("/users", registration(name))
                .expect(201)
                .json()
                .getInteger("id");
        return logIn(server, name, PASSWORD, id);
    }

    static JsonObject registration(String name) {
        return new JsonObject()
                .put("username", name)
                .put("email", name.replace(' ', '.') + "@example.com")
                .put("password", PASSWORD);
    }

    static Somebody logIn(Server server, String login, String password, int id) {
        var nobody = nobody(server);
        var reply = nobody.logIn(login, password).expect(200);
        return new Somebody(nobody.client.with(access(reply)), login, id, cookie(reply));
    }

    static String access(Reply tokens) {
        return tokens.json().getString("access_token");
    }

    /** The refresh token of an answer's cookie. */
    static String cookie(Reply reply) {
        return reply.header("Set-Cookie").orElseThrow().replaceFirst("refresh_token=([^;]*);.*", "$1");
    }

    Reply logIn(String login, String password) {
        return client.with(null).send("POST", API + "/tokens", null, "Authorization", basic(login, password));
    }

    static String basic(String login, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((login + ":" + password).getBytes(UTF_8));
    }

    String token() {
        return java.util.Objects.requireNonNull(client.token());
    }

    /** With a cookie that a browser would send. */
    Reply refresh(String access, String refresh) {
        return nobody().send("PUT", "/tokens", new JsonObject().put("access_token", access), refreshCookie(refresh));
    }

    static String[] refreshCookie(String refresh) {
        return new String[] {"Cookie", "other=1; refresh_token=" + refresh};
    }

    Somebody nobody() {
        return new Somebody(client.with(null), "", 0, "");
    }

    Somebody with(String token) {
        return new Somebody(client.with(token), name, id, cookie);
    }

    Reply get(String path, String... headers) {
        return client.get(API + path, headers);
    }

    Reply post(String path, @Nullable JsonObject body, String... headers) {
        return send("POST", path, body, headers);
    }

    Reply put(String path, JsonObject body, String... headers) {
        return send("PUT", path, body, headers);
    }

    Reply delete(String path, String... headers) {
        return client.delete(API + path, headers);
    }

    Reply send(String method, String path, @Nullable JsonObject body, String... headers) {
        return client.send(method, API + path, body == null ? null : body.toBuffer(), headers);
    }

    Reply raw(String method, String path, String body, String... headers) {
        return client.send(method, API + path, Buffer.buffer(body), headers);
    }

    /** What the contract of success does not offer, and is taken all the same. */
    Reply loose(String method, String path, @Nullable JsonObject body, String... headers) {
        return client.unchecked(method, API + path, body, headers);
    }

    JsonObject say(String text) {
        return post("/posts", new JsonObject().put("text", text)).expect(201).json();
    }

    void follow(Somebody other) {
        post("/me/following/" + other.id(), null).expect(204);
    }

    /** This person in the native API. */
    Client natively(Server server) {
        return server.client().logIn(name, PASSWORD);
    }

    static List<String> texts(Reply page) {
        return data(page).map(post -> post.getString("text")).toList();
    }

    static List<String> names(Reply page) {
        return data(page).map(user -> user.getString("username")).toList();
    }

    static Stream<JsonObject> data(Reply page) {
        return page.expect(200).json().getJsonArray("data").stream().map(JsonObject.class::cast);
    }

    static JsonObject pagination(Reply page) {
        return page.expect(200).json().getJsonObject("pagination");
    }

    /** What a validation error says of a field. */
    static List<String> errors(Reply reply, String place, String field) {
        var body = reply.expect(400).json();
        var texts = body.getJsonObject("errors", new JsonObject())
                .getJsonObject(place, new JsonObject())
                .getJsonArray(field, new JsonArray());
        return texts.stream().map(String.class::cast).toList();
    }
}
