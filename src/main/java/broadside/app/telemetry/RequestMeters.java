package broadside.app.telemetry;

import broadside.kit.http.Audience;
import broadside.kit.http.Served;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** How many requests there were and how long they took, by method, route and status: never by what stands in their paths. */
final class RequestMeters implements Audience {
    private final MeterRegistry registry;
    private final AtomicInteger underWay = new AtomicInteger();
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

    private record Kind(String method, String route, int status) {}

    RequestMeters(MeterRegistry registry) {
        this.registry = registry;
        Gauge.builder("broadside.http.requests.active", underWay, AtomicInteger::get)
                .description("Requests under way")
                .register(registry);
    }

    @Override
    public void begins(String method, String route) {
        underWay.incrementAndGet();
    }

    @Override
    public void ends(Served served) {
        underWay.decrementAndGet();
        timers.computeIfAbsent(new Kind(served.method(), served.route(), served.status()), this::timer)
                .record(served.nanos(), TimeUnit.NANOSECONDS);
    }

    private Timer timer(Kind kind) {
        return Timer.builder("broadside.http.requests")
                .description("From the head of a request to the end of its answer")
                .tag("method", kind.method())
                .tag("route", kind.route())
                .tag("status", Integer.toString(kind.status()))
                .register(registry);
    }
}
