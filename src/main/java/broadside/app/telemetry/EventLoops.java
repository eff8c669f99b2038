package broadside.app.telemetry;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** How late event loops are: each is to do a small thing every {@value #PERIOD_MILLIS} ms, and tells by how much it was late. */
public final class EventLoops {
    private static final long PERIOD_MILLIS = 100;
    private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(PERIOD_MILLIS);

    private final Timer delay;
    private final Collection<Pulse> pulses = new ConcurrentLinkedQueue<>();

    EventLoops(MeterRegistry registry) {
        delay = Timer.builder("broadside.eventloop.delay")
                .description("By how much event loops come late to what is due")
                .register(registry);
        Gauge.builder("broadside.eventloop.lag", this, loops -> loops.lag().toNanos() / 1e9)
                .description("By how much the latest event loop is late now")
                .baseUnit("seconds")
                .register(registry);
    }

    /** Watches the event loop it is called on. */
    public void watch(Vertx vertx) {
        var pulse = new Pulse();
        pulses.add(pulse);
        vertx.setPeriodic(PERIOD_MILLIS, beat -> delay.record(pulse.beat(), TimeUnit.NANOSECONDS));
    }

    /** By how much the one that is latest is late now. */
    public Duration lag() {
        return Duration.ofNanos(pulses.stream().mapToLong(Pulse::late).max().orElse(0));
    }

    private static final class Pulse {
        private volatile long last = System.nanoTime();

        long beat() {
            long late = late();
            last = System.nanoTime();
            return late;
        }

        long late() {
            return Math.max(0, System.nanoTime() - last - PERIOD);
        }
    }
}
