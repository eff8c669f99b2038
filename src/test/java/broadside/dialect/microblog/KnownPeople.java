package broadside.dialect.microblog;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import java.util.Map;

/**
 * An OAuth 2.0 provider. Its codes are what it will say of somebody, so that it need remember nobody; some make it misbehave.
 */
final class KnownPeople implements AutoCloseable {
    private final Vertx vertx;
    private final HttpServer http;

    private KnownPeople(Vertx vertx, HttpServer http) {
        this.vertx = vertx;
        this.http = http;
    }

    static KnownPeople start() {
        var vertx = Vertx.vertx();
        var listening = vertx.createHttpServer()
                .requestHandler(KnownPeople::answer)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return new KnownPeople(vertx, listening);
    }

    String url() {
        return "http://127.0.0.1:" + http.actualPort();
    }

    Map<String, String> settings(String name) {
        var prefix = "BROADSIDE_OAUTH_" + name + "_";
        return Map.of(
                prefix + "CLIENT_ID", "id-of-" + name.toLowerCase(java.util.Locale.ROOT),
                prefix + "CLIENT_SECRET", "s&cret",
                prefix + "AUTHORIZE_URL", url() + "/authorize",
                prefix + "TOKEN_URL", url() + "/token",
                prefix + "PROFILE_URL", url() + "/profile");
    }

    /** A code for somebody who has proven the address there. */
    String verified(String kind, String email) {
        return code(profile(kind, email, true));
    }

    String unverified(String kind, String email) {
        return code(profile(kind, email, false));
    }

    private static String profile(String kind, String email, boolean verified) {
        return kind.equals("github")
                ? new JsonArray()
                        .add(address("other@example.com", true, false))
                        .add(address(email, verified, true))
                        .encode()
                        .replace(verified ? "nothing" : "\"verified\":true", "\"verified\":" + verified)
                : new JsonObject()
                        .put("email", email)
                        .put("email_verified", verified)
                        .encode();
    }

    private static JsonObject address(String email, boolean verified, boolean primary) {
        return new JsonObject().put("email", email).put("verified", verified).put("primary", primary);
    }

    private static String code(String profile) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(profile.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static void answer(HttpServerRequest request) {
        if (request.path().equals("/token")) {
            request.setExpectMultipart(true).endHandler(end -> token(request));
        } else {
            profile(request);
        }
    }

    private static void token(HttpServerRequest request) {
        var form = request.formAttributes();
        var known = "s&cret".equals(form.get("client_secret"))
                && "authorization_code".equals(form.get("grant_type"))
                && form.get("redirect_uri").startsWith("http://localhost:3000/oauth2/");
        switch (known ? form.get("code") : "unknown") {
            case "unknown" -> request.response().setStatusCode(400).end("{\"error\":\"invalid_grant\"}");
            case "nonsense" -> request.response().end("<html>");
            case "cut" -> request.connection().close();
            case "hangs" -> {
                // Never answers.
            }
            default ->
                request.response()
                        .end(new JsonObject()
                                .put("access_token", form.get("code"))
                                .encode());
        }
    }

    private static void profile(HttpServerRequest request) {
        var token = request.getHeader("Authorization").replace("Bearer ", "");
        if (token.equals("no-profile")) {
            request.response().setStatusCode(403).end("{}");
        } else {
            request.response()
                    .end(new String(Base64.getUrlDecoder().decode(token), java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
