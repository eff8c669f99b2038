package broadside.docs;

import broadside.kit.http.Corridor;
import broadside.kit.http.NativeDialect;
import broadside.kit.http.Proxies;
import broadside.kit.http.RateLimits;
import broadside.kit.http.Traffic;
import broadside.kit.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.util.List;

/** The docs behind the real corridor, on a port of their own, without a database. */
final class DocsServer implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;

    DocsServer() {
        var routes = DocsRoutes.load(ApiDocument.ofNative(), List.of()).routes();
        var corridor = new Corridor(
                vertx,
                List.of(new NativeDialect(routes, token -> Future.failedFuture(Problem.unauthenticated()))),
                new RateLimits(0),
                new Proxies(List.of()),
                new Traffic());
        server = await(
                vertx.createHttpServer().requestHandler(corridor.entrance()).listen(0, "127.0.0.1"));
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.actualPort() + path);
    }

    @Override
    public void close() {
        await(vertx.close());
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
