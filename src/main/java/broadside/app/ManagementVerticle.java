package broadside.app;

import broadside.kit.http.Answer;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Health checks on a port of their own, from the first moment of the start to the last of the stop. */
final class ManagementVerticle extends AbstractVerticle {
    private static final String ADDRESS = "127.0.0.1";
    private static final int IDLE_SECONDS = 30;

    private final int port;
    private final Readiness readiness;
    private @Nullable HttpServer server;

    ManagementVerticle(int port, Readiness readiness) {
        this.port = port;
        this.readiness = readiness;
    }

    @Override
    public void start(Promise<Void> started) {
        server = vertx.createHttpServer(new HttpServerOptions()
                .setHost(ADDRESS)
                .setPort(port)
                .setIdleTimeout(IDLE_SECONDS)
                .setHttp2ClearTextEnabled(false));
        server.requestHandler(this::handle)
                .listen()
                .recover(failure -> io.vertx.core.Future.failedFuture(
                        PortTaken.failure(failure, "BROADSIDE_MANAGEMENT_PORT", port)))
                .<Void>mapEmpty()
                .onComplete(started);
    }

    int port() {
        return Objects.requireNonNull(server).actualPort();
    }

    private void handle(HttpServerRequest request) {
        switch (String.valueOf(request.path())) {
            case "/health/live" -> tell(request, 200, "live");
            case "/health/ready" ->
                readiness
                        .check()
                        .onSuccess(ready -> tell(request, 200, "ready"))
                        .onFailure(failure -> tell(request, 503, "not ready"));
            default -> tell(request, 404, "not found");
        }
    }

    private static void tell(HttpServerRequest request, int status, String word) {
        var answer = Answer.json(status, json -> json.text("status", word));
        var response = request.response().setStatusCode(status);
        answer.headers().forEach(response::putHeader);
        if (status == 503) {
            response.putHeader("Retry-After", "1");
        }
        response.putHeader("Cache-Control", "no-store").end(Objects.requireNonNull(answer.body()));
    }
}
