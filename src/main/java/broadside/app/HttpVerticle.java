package broadside.app;

import broadside.app.telemetry.EventLoops;
import broadside.kit.http.Corridor;
import broadside.kit.http.Patience;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.tracing.TracingPolicy;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The public port: every route of every API. */
final class HttpVerticle extends AbstractVerticle {
    private static final int HEADER_BYTES = 16 * 1024;
    private static final int REQUEST_LINE_BYTES = 8 * 1024;

    private final Config config;
    private final int port;
    private final Corridor corridor;
    private final EventLoops eventLoops;
    private final Patience patience;

    HttpVerticle(Config config, int port, Corridor corridor, EventLoops eventLoops) {
        this(config, port, corridor, eventLoops, Patience.USUAL);
    }

    HttpVerticle(Config config, int port, Corridor corridor, EventLoops eventLoops, Patience patience) {
        this.eventLoops = eventLoops;
        this.patience = patience;
        this.config = config;
        this.port = port;
        this.corridor = corridor;
    }

    @Override
    public void start(Promise<Void> started) {
        eventLoops.watch(vertx);
        vertx.createHttpServer(options())
                .requestHandler(corridor.entrance())
                .invalidRequestHandler(corridor::invalid)
                .listen()
                .recover(failure -> Future.failedFuture(PortTaken.failure(failure, "PORT", port)))
                .<Void>mapEmpty()
                .onComplete(started);
    }

    private HttpServerOptions options() {
        return new HttpServerOptions()
                .setHost(config.bind())
                .setPort(port)
                .setTracingPolicy(TracingPolicy.ALWAYS)
                .setAlpnVersions(List.of(HttpVersion.HTTP_1_1))
                .setHttp2ClearTextEnabled(false)
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setIdleTimeout((int) patience.idle().toMillis())
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setMaxHeaderSize(HEADER_BYTES)
                .setMaxInitialLineLength(REQUEST_LINE_BYTES)
                .setHandle100ContinueAutomatically(true);
    }
}
