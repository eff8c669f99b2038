package broadside.app;

import broadside.app.telemetry.Telemetry;
import broadside.kit.http.Answer;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.tracing.TracingPolicy;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Health checks and numbers on a port of their own, from the first moment of the start to the last of the stop. */
final class ManagementVerticle extends AbstractVerticle {
    private static final int IDLE_SECONDS = 30;
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final Config config;
    private final Readiness readiness;
    private final Telemetry telemetry;
    private volatile Supplier<Future<Void>> look = Future::succeededFuture;
    private @Nullable HttpServer server;

    ManagementVerticle(Config config, Readiness readiness, Telemetry telemetry) {
        this.config = config;
        this.readiness = readiness;
        this.telemetry = telemetry;
    }

    @Override
    public void start(Promise<Void> started) {
        var port = config.managementPort();
        server = vertx.createHttpServer(new HttpServerOptions()
                .setHost(config.managementBind())
                .setPort(port)
                .setIdleTimeout(IDLE_SECONDS)
                .setTracingPolicy(TracingPolicy.IGNORE)
                .setHttp2ClearTextEnabled(false));
        server.requestHandler(this::handle)
                .listen()
                .recover(failure -> Future.failedFuture(PortTaken.failure(failure, "BROADSIDE_MANAGEMENT_PORT", port)))
                .<Void>mapEmpty()
                .onComplete(started);
    }

    int port() {
        return Objects.requireNonNull(server).actualPort();
    }

    /** What to look at each time before numbers are told. */
    void beforeNumbers(Supplier<Future<Void>> first) {
        look = first;
    }

    private void handle(HttpServerRequest request) {
        var reading =
                request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
        switch (reading ? String.valueOf(request.path()) : "") {
            case "/health/live" -> tell(request, 200, state("live"));
            case "/health/ready" -> readiness.check().onSuccess(found -> tell(request, found));
            case "/metrics" -> numbers().onSuccess(answer -> tell(request, 200, answer));
            default -> tell(request, 404, state("not found"));
        }
    }

    private static Answer state(String word) {
        return Answer.json(200, json -> json.text("status", word));
    }

    private static void tell(HttpServerRequest request, Readiness.Findings found) {
        var answer = Answer.json(200, json -> json.text("status", found.ready() ? "ready" : "not ready")
                .object("checks", checks -> found.checks().forEach(checks::text)));
        tell(request, found.ready() ? 200 : 503, answer);
    }

    /** Written on a worker thread: there may be thousands of lines. */
    private Future<Answer> numbers() {
        return look.get()
                .otherwiseEmpty()
                .compose(looked -> vertx.executeBlocking(telemetry::scrape, false))
                .map(text -> Answer.of(200, PROMETHEUS, io.vertx.core.buffer.Buffer.buffer(text)));
    }

    private static void tell(HttpServerRequest request, int status, Answer answer) {
        var response = request.response().setStatusCode(status);
        answer.headers().forEach(response::putHeader);
        if (status == 503) {
            response.putHeader("Retry-After", "1");
        }
        response.putHeader("Cache-Control", "no-store").end(Objects.requireNonNull(answer.body()));
    }
}
