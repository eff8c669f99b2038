package broadside.testing;

import broadside.contract.Contract;
import broadside.contract.Exchange;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A client that speaks HTTP/1.1 and may be logged in. Every exchange that the contract speaks of is held against the contract.
 *
 * @param token access token; null: nobody
 */
public record Client(
        String url, Contract contract, @Nullable String token) {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    public static final String PASSWORD = "correct horse battery staple";

    public Client with(@Nullable String other) {
        return new Client(url, contract, other);
    }

    /** Registers somebody new by this name and logs in. */
    public Client register(String username) {
        post("/v1/accounts", registration(username)).expect(201);
        return logIn(username, PASSWORD);
    }

    /** Somebody with a name nobody else has. */
    public Client register() {
        return register(name());
    }

    /** A name nobody else has. */
    public static String name() {
        return "u" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }

    public static JsonObject registration(String username) {
        return new JsonObject()
                .put("username", username)
                .put("email", username + "@example.com")
                .put("password", PASSWORD);
    }

    public Client logIn(String login, String password) {
        var body = new JsonObject().put("login", login).put("password", password);
        return with(with(null).post("/v1/sessions", body).expect(201).json().getString("accessToken"));
    }

    public Reply get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    public Reply post(String path, JsonObject body, String... headers) {
        return send("POST", path, body.toBuffer(), headers);
    }

    public Reply put(String path, @Nullable JsonObject body, String... headers) {
        return send("PUT", path, body == null ? null : body.toBuffer(), headers);
    }

    public Reply patch(String path, JsonObject body, String... headers) {
        return send("PATCH", path, body.toBuffer(), headers);
    }

    public Reply delete(String path, String... headers) {
        return send("DELETE", path, null, headers);
    }

    public Reply delete(String path, JsonObject body, String... headers) {
        return send("DELETE", path, body.toBuffer(), headers);
    }

    /** Any request; {@code headers} in pairs of name and value. */
    public Reply send(String method, String path, @Nullable Buffer body, String... headers) {
        var request = request(method, path, body, headers);
        try {
            return check(request, body, HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException failure) {
            throw new IllegalStateException(method + " " + path, failure);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** Any request, its answer neither checked nor its check counted in how long it takes. */
    public Reply unchecked(String method, String path, @Nullable JsonObject json, String... headers) {
        return sendUnchecked(method, path, json == null ? null : json.toBuffer(), headers);
    }

    /** The same with a body that need not be JSON. */
    public Reply sendUnchecked(String method, String path, @Nullable Buffer body, String... headers) {
        try {
            var response = HTTP.send(request(method, path, body, headers), HttpResponse.BodyHandlers.ofByteArray());
            return new Reply(response.statusCode(), response.headers(), Buffer.buffer(response.body()));
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(method + " " + path, failure);
        }
    }

    /** The same without waiting. */
    public CompletableFuture<Reply> sending(String method, String path, @Nullable Buffer body, String... headers) {
        var request = request(method, path, body, headers);
        return HTTP.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
                .thenApply(response -> check(request, body, response));
    }

    private HttpRequest request(String method, String path, @Nullable Buffer body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(20));
        var publisher = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofByteArray(body.getBytes());
        request.method(method, publisher);
        if (body != null && !java.util.Arrays.asList(headers).contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request.build();
    }

    private Reply check(HttpRequest request, @Nullable Buffer sent, HttpResponse<byte[]> response) {
        BlockedLoops.check();
        var reply = new Reply(response.statusCode(), response.headers(), Buffer.buffer(response.body()));
        request.headers().allValues("Authorization").forEach(Secrets::noteHeader);
        request.headers().allValues("Cookie").forEach(Secrets::noteHeader);
        Secrets.note(sent);
        Secrets.note(reply.body());
        if (contract.covers(request.uri().getRawPath())) {
            contract.check(exchange(request, sent, reply));
        }
        return reply;
    }

    private static Exchange exchange(HttpRequest request, @Nullable Buffer sent, Reply reply) {
        var query = request.uri().getRawQuery();
        return new Exchange(
                request.method(),
                request.uri().getRawPath() + (query == null ? "" : "?" + query),
                headers(request.headers()),
                sent == null ? Buffer.buffer() : sent,
                reply.status(),
                headers(reply.headers()),
                reply.body());
    }

    private static MultiMap headers(HttpHeaders headers) {
        var all = MultiMap.caseInsensitiveMultiMap();
        headers.map().forEach(all::add);
        return all;
    }
}
