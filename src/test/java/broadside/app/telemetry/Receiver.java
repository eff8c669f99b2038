package broadside.app.telemetry;

import broadside.testing.Eventually;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Takes spans as a collector of traces would: OTLP over HTTP. */
final class Receiver implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

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

    /** The span of a request, once it has come. */
    Span request(String name) {
        return Eventually.get(PATIENCE, "a span " + name, () -> spans().stream()
                .filter(Receiver::isRequest)
                .filter(span -> span.getName().equals(name))
                .findFirst());
    }

    static boolean isRequest(Span span) {
        return span.getKind() == Span.SpanKind.SPAN_KIND_SERVER;
    }

    List<Span> statements(Span request) {
        return spans().stream()
                .filter(span -> span.getTraceId().equals(request.getTraceId()))
                .filter(span -> span.getKind() == Span.SpanKind.SPAN_KIND_CLIENT)
                .toList();
    }

    static String attribute(Span span, String key) {
        return span.getAttributesList().stream()
                .filter(attribute -> attribute.getKey().equals(key))
                .map(attribute -> attribute.getValue().getStringValue())
                .findFirst()
                .orElse("");
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
