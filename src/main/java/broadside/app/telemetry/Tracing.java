package broadside.app.telemetry;

import broadside.kit.http.Audience;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.vertx.core.spi.VertxTracerFactory;
import io.vertx.tracing.opentelemetry.OpenTelemetryTracingFactory;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Traces: one for each request, with its statements, sent by OTLP. */
final class Tracing implements Audience, AutoCloseable {
    private static final String PATH = "/v1/traces";
    private static final Duration DELAY = Duration.ofSeconds(1);
    private static final long PATIENCE_MILLIS = 1_000;
    private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
    private static final AttributeKey<String> SERVICE = AttributeKey.stringKey("service.name");

    private final OpenTelemetrySdk sdk;

    Tracing(URI endpoint, TracingSettings settings) {
        var exporter =
                OtlpHttpSpanExporter.builder().setEndpoint(endpoint.toString().replaceAll("/+$", "") + PATH);
        settings.headers().forEach(exporter::addHeader);
        var spans = SdkTracerProvider.builder()
                .setResource(Resource.getDefault().merge(Resource.create(Attributes.of(SERVICE, settings.service()))))
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(settings.ratio())))
                .addSpanProcessor(new Discretion())
                .addSpanProcessor(BatchSpanProcessor.builder(exporter.build())
                        .setScheduleDelay(DELAY)
                        .build())
                .build();
        sdk = OpenTelemetrySdk.builder()
                .setTracerProvider(spans)
                .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
                .build();
    }

    VertxTracerFactory factory() {
        return new OpenTelemetryTracingFactory(sdk);
    }

    /** Vert.x calls the span of a request by its method alone. */
    @Override
    public void begins(String method, String route) {
        Span.current().updateName(method + " " + route).setAttribute(ROUTE, route);
    }

    /** Sends what is still to be sent, within a second. */
    @Override
    public void close() {
        sdk.getSdkTracerProvider().shutdown().join(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    }
}
