package broadside.app.telemetry;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Takes spans as a collector of traces would: OTLP over HTTP. */
final class Receiver implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final Queue<ExportTraceServiceRequest> received = new ConcurrentLinkedQueue<>();
    private final Queue<String> keys = new ConcurrentLinkedQueue<>();
    private final HttpServer server;

    Receiver() {
        server = vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> {
                    keys.add(String.valueOf(request.getHeader("api-key")));
                    if (request.path().equals("/v1/traces")) {
                        received.add(read(body, request.getHeader("Content-Encoding")));
                    }
                    request.response()
                            .putHeader("Content-Type", "application/x-protobuf")
                            .end();
                }))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private static ExportTraceServiceRequest read(Buffer body, @Nullable String encoding) {
        var bytes = new ByteArrayInputStream(body.getBytes());
        try {
            return ExportTraceServiceRequest.parseFrom("gzip".equals(encoding) ? new GZIPInputStream(bytes) : bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    List<Span> spans() {
        return received.stream()
                .flatMap(request -> request.getResourceSpansList().stream())
                .flatMap(resource -> resource.getScopeSpansList().stream())
                .flatMap(scope -> scope.getSpansList().stream())
                .toList();
    }

    /** Everything it was sent, as text. */
    String text() {
        return received.toString();
    }

    /** What was sent to be let in. */
    Queue<String> keys() {
        return keys;
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
