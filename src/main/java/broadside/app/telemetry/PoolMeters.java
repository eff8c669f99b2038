package broadside.app.telemetry;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.spi.metrics.PoolMetrics;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** How many have something of a pool, how many wait for it, and for how long. */
final class PoolMeters implements PoolMetrics<Long> {
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger inUse = new AtomicInteger();
    private final Timer wait;

    PoolMeters(MeterRegistry registry, String pool, int size) {
        gauge(registry, "broadside.db.pool.waiting", "Who waits for a connection", pool, waiting);
        gauge(
                registry,
                "broadside.db.pool.in.use",
                "Connections taken; of the client that pipelines: statements under way",
                pool,
                inUse);
        Gauge.builder("broadside.db.pool.size", () -> size)
                .description("Connections there may be")
                .tag("pool", pool)
                .register(registry);
        wait = Timer.builder("broadside.db.pool.wait")
                .description("From asking for a connection to having it")
                .tag("pool", pool)
                .register(registry);
    }

    private static void gauge(MeterRegistry registry, String name, String description, String pool, AtomicInteger of) {
        Gauge.builder(name, of, AtomicInteger::get)
                .description(description)
                .tag("pool", pool)
                .strongReference(true)
                .register(registry);
    }

    @Override
    public Long submitted() {
        waiting.incrementAndGet();
        return System.nanoTime();
    }

    @Override
    public Long begin(Long asked) {
        waiting.decrementAndGet();
        inUse.incrementAndGet();
        wait.record(System.nanoTime() - asked, TimeUnit.NANOSECONDS);
        return asked;
    }

    @Override
    public void rejected(Long asked) {
        waiting.decrementAndGet();
    }

    @Override
    public void end(Long asked, boolean succeeded) {
        inUse.decrementAndGet();
    }
}
