package broadside.app.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.spi.metrics.ClientMetrics;
import io.vertx.core.spi.metrics.PoolMetrics;
import io.vertx.core.spi.metrics.VertxMetrics;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What Vert.x is asked to tell: of its ways to the database, and of nothing else, so that nothing else is measured. */
final class DatabaseMeters implements VertxMetrics {
    private static final String SQL = "sql";

    private final MeterRegistry registry;
    private final Map<String, StatementMeters> statements = new ConcurrentHashMap<>();
    private final Map<String, PoolMeters> pools = new ConcurrentHashMap<>();

    DatabaseMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Asked for each connection; those of one name are measured together. */
    @Override
    public ClientMetrics<?, ?, ?, ?> createClientMetrics(SocketAddress server, String type, String name) {
        return type.equals(SQL)
                ? statements.computeIfAbsent(String.valueOf(name), known -> new StatementMeters(registry, known))
                : VertxMetrics.super.createClientMetrics(server, type, name);
    }

    /** Asked again where a set of connections is given up for another. */
    @Override
    public PoolMetrics<?> createPoolMetrics(String type, String name, int size) {
        return type.equals(SQL)
                ? pools.computeIfAbsent(String.valueOf(name), known -> new PoolMeters(registry, known, size))
                : VertxMetrics.super.createPoolMetrics(type, name, size);
    }
}
