package broadside.app.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.spi.metrics.ClientMetrics;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** How long statements take, from being sent to their answer, by their first word. */
final class StatementMeters implements ClientMetrics<StatementMeters.Sent, Void, Object, Object> {
    private static final String OTHER = "other";

    private final MeterRegistry registry;
    private final String client;
    private final Map<String, Timer> answered = new ConcurrentHashMap<>();
    private final Map<String, Timer> failed = new ConcurrentHashMap<>();

    record Sent(String word, long at) {}

    StatementMeters(MeterRegistry registry, String client) {
        this.registry = registry;
        this.client = client;
    }

    @Override
    public Sent requestBegin(String sql, Object same) {
        return new Sent(word(sql), System.nanoTime());
    }

    @Override
    public void responseEnd(Sent sent, long bytes) {
        record(answered.computeIfAbsent(sent.word(), word -> timer(word, "answered")), sent);
    }

    @Override
    public void requestReset(Sent sent) {
        record(failed.computeIfAbsent(sent.word(), word -> timer(word, "failed")), sent);
    }

    private static void record(Timer timer, Sent sent) {
        timer.record(System.nanoTime() - sent.at(), TimeUnit.NANOSECONDS);
    }

    private Timer timer(String word, String outcome) {
        return Timer.builder("broadside.db.statements")
                .description("From sending a statement to the end of its answer")
                .tag("client", client)
                .tag("statement", word)
                .tag("outcome", outcome)
                .register(registry);
    }

    /** Told by its first letter, of which there are few. */
    private static String word(String sql) {
        return switch (sql.isEmpty() ? ' ' : Character.toLowerCase(sql.charAt(0))) {
            case 's' -> sql.regionMatches(true, 0, "select", 0, 6) ? "select" : OTHER;
            case 'i' -> "insert";
            case 'u' -> "update";
            case 'd' -> "delete";
            case 'w' -> "with";
            default -> OTHER;
        };
    }
}
