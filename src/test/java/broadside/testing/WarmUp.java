package broadside.testing;

import io.vertx.core.json.JsonObject;
import java.util.concurrent.atomic.AtomicBoolean;

/** The first requests of a JVM load thousands of classes on an event loop; what they hold up says nothing about later ones. */
final class WarmUp {
    private static final AtomicBoolean DONE = new AtomicBoolean();

    private WarmUp() {}

    static void once(Server server) {
        if (DONE.compareAndSet(false, true)) {
            visit(server.client());
        }
    }

    /** Each kind of change once, unchecked: whether the answers are right is for the tests to say. */
    private static void visit(Client anybody) {
        var name = Client.name();
        anybody.unchecked("POST", "/v1/accounts", Client.registration(name));
        var login = new JsonObject().put("login", name).put("password", Client.PASSWORD);
        var tokens = anybody.unchecked("POST", "/v1/sessions", login).json();
        anybody.unchecked(
                "POST",
                "/v1/sessions/refresh",
                new JsonObject().put("refreshToken", tokens.getString("refreshToken", "")));
        var somebody = anybody.with(tokens.getString("accessToken", ""));
        somebody.unchecked("PATCH", "/v1/me", new JsonObject().put("bio", "I write."));
        somebody.unchecked(
                "POST", "/v1/posts", new JsonObject().put("title", "First").put("body", "*Hello* #world"));
        somebody.unchecked("GET", "/v1/posts", null);
        somebody.unchecked("DELETE", "/v1/me", new JsonObject().put("password", Client.PASSWORD));
    }
}
