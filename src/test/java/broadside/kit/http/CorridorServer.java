package broadside.kit.http;

import broadside.kit.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** A few routes behind the real corridor, on a port of their own, without a database. */
final class CorridorServer implements AutoCloseable {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;

    CorridorServer(Proxies proxies, Route... routes) {
        var corridor = new Corridor(
                vertx,
                List.of(new NativeDialect(List.of(routes), token -> Future.failedFuture(Problem.unauthenticated()))),
                new RateLimits(0),
                proxies,
                new Traffic());
        server = await(
                vertx.createHttpServer().requestHandler(corridor.entrance()).listen(0, "127.0.0.1"));
    }

    /** A handler that tells whom it takes the client for. */
    static Future<Answer> client(Call call) {
        return Future.succeededFuture(Answer.json(200, json -> json.text("client", call.client())));
    }

    int port() {
        return server.actualPort();
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        await(vertx.close());
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
