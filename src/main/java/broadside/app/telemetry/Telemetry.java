package broadside.app.telemetry;

import broadside.kit.http.Audience;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.metrics.MetricsOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that measures, and the Vert.x that is measured. */
public final class Telemetry {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final EventLoops eventLoops;
    private final Audience requests;
    private final @Nullable Tracing tracing;
    private volatile @Nullable JvmGcMetrics collections;

    public Telemetry(TracingSettings settings) {
        var endpoint = settings.endpoint();
        tracing = endpoint == null ? null : new Tracing(endpoint, settings);
        registry.config().meterFilter(new Buckets());
        eventLoops = new EventLoops(registry);
        requests = new RequestMeters(registry);
    }

    /** Measures this process too, from now on. Blocks: waking the JVM's management takes a start longer than serving its first request. */
    public void measureProcess() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        var listening = new JvmGcMetrics();
        listening.bindTo(registry);
        collections = listening;
    }

    /** A Vert.x whose database clients are measured, and whose requests are traced where that is set. */
    public Vertx vertx(VertxOptions options) {
        var builder = Vertx.builder()
                .with(options.setMetricsOptions(new MetricsOptions().setEnabled(true)))
                .withMetrics(given -> new DatabaseMeters(registry));
        return tracing == null
                ? builder.build()
                : builder.withTracer(tracing.factory()).build();
    }

    public MeterRegistry meters() {
        return registry;
    }

    public EventLoops eventLoops() {
        return eventLoops;
    }

    /** Who is to hear of requests. */
    public List<Audience> requests() {
        return tracing == null ? List.of(requests) : List.of(requests, tracing);
    }

    /** All numbers in Prometheus' text format, 0.0.4. */
    public String scrape() {
        return registry.scrape();
    }

    /** Sends the last spans; may take a second. */
    public void close() {
        if (tracing != null) {
            tracing.close();
        }
        var listening = collections;
        if (listening != null) {
            listening.close();
        }
        registry.close();
    }
}
