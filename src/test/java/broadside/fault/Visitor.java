package broadside.fault;

import broadside.testing.Client;
import broadside.testing.Reply;
import broadside.testing.Server;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Somebody with an account and a post, who asks for everything there is. */
final class Visitor {
    private final Client anybody;
    private final Client susan;
    private final Client management;
    private final String name = Client.name();
    private final String post;

    Visitor(Server server) {
        anybody = server.client();
        susan = anybody.register(name);
        management = new Client("http://127.0.0.1:" + server.managementPort(), anybody.contract(), null);
        post = susan.post("/v1/posts", text()).expect(201).header("Location").orElseThrow();
    }

    Client susan() {
        return susan;
    }

    static JsonObject text() {
        return new JsonObject().put("body", "Hello " + UUID.randomUUID());
    }

    /** Reads and writes that cost little, by name. */
    Map<String, Supplier<Reply>> light() {
        var requests = new LinkedHashMap<String, Supplier<Reply>>();
        requests.put("public list", () -> get(anybody, "/v1/posts?limit=5"));
        requests.put("a post", () -> get(anybody, post));
        requests.put("an account", () -> get(anybody, "/v1/accounts/" + name));
        requests.put("oneself", () -> get(susan, "/v1/me"));
        requests.put("own posts", () -> get(susan, "/v1/me/posts?limit=5"));
        requests.put("writing", () -> susan.unchecked("POST", "/v1/posts", text()));
        requests.put(
                "writing under a key", () -> susan.unchecked("POST", "/v1/posts", text(), "Idempotency-Key", key()));
        requests.put("editing", () -> susan.unchecked("PATCH", post, text(), "If-Match", "*"));
        return requests;
    }

    /** Those that work out a password, and health. */
    Map<String, Supplier<Reply>> heavy() {
        var requests = new LinkedHashMap<String, Supplier<Reply>>();
        requests.put("logging in", () -> anybody.unchecked("POST", "/v1/sessions", logIn()));
        requests.put(
                "registering", () -> anybody.unchecked("POST", "/v1/accounts", Client.registration(Client.name())));
        requests.put("readiness", () -> get(management, "/health/ready"));
        return requests;
    }

    private static Reply get(Client client, String path) {
        return client.unchecked("GET", path, null);
    }

    Reply live() {
        return get(management, "/health/live");
    }

    private JsonObject logIn() {
        return new JsonObject().put("login", name).put("password", Client.PASSWORD);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
