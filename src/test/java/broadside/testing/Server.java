package broadside.testing;

import broadside.app.Settings;
import broadside.app.StartupVerticle;
import broadside.app.schema.Scripts;
import broadside.app.telemetry.Telemetry;
import broadside.contract.Contract;
import broadside.kit.db.DatabaseAddress;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The program, running in this JVM on ports of its own. */
public final class Server implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Contract CONTRACT = Contract.load();
    private static @Nullable Server shared;

    private final Vertx vertx;
    private final Telemetry telemetry;
    private final StartupVerticle startup;
    private final TestClock clock;
    private final DatabaseAddress database;
    private final Path folder;
    private @Nullable Jdbc sql;

    private Server(
            Vertx vertx,
            Telemetry telemetry,
            StartupVerticle startup,
            TestClock clock,
            DatabaseAddress database,
            Path folder) {
        this.telemetry = telemetry;
        this.vertx = vertx;
        this.startup = startup;
        this.clock = clock;
        this.database = database;
        this.folder = folder;
    }

    /** The one most scenarios share: without rate limits, on the usual settings. Never close it, never stop its database. */
    public static synchronized Server shared() {
        if (shared == null) {
            shared = start(TestDatabase.migrated(), Map.of());
            AtEnd.then(shared::close);
        }
        return shared;
    }

    /** One with settings of its own, on a database of its own. */
    public static Server start(Map<String, String> settings) {
        return start(TestDatabase.migrated(), settings);
    }

    public static Server start(DatabaseAddress database, Map<String, String> settings) {
        return start(database, settings, Scripts.packed());
    }

    /** One with migrations of its own. */
    public static Server start(DatabaseAddress database, Map<String, String> settings, Scripts scripts) {
        try {
            var folder = Files.createTempDirectory("broadside-server");
            var environment = new HashMap<>(Map.of(
                    "PORT", "0",
                    "BROADSIDE_MANAGEMENT_PORT", "0",
                    "BROADSIDE_BIND", "127.0.0.1",
                    "BROADSIDE_RATE_LIMIT_FACTOR", "0",
                    "BROADSIDE_DATA_DIR", folder.toString(),
                    "DATABASE_URL", TestDatabase.url(database)));
            environment.putAll(settings);
            var clock = new TestClock();
            var config = Settings.read(environment);
            var telemetry = new Telemetry(config.tracing());
            var startup = new StartupVerticle(config, clock, telemetry, scripts);
            var vertx = telemetry.vertx(BlockedLoops.options());
            ended(startup.deploy(vertx));
            var server = new Server(vertx, telemetry, startup, clock, database, folder);
            WarmUp.once(server);
            BlockedLoops.watch(vertx);
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A client of this server whose every exchange is held against the contract. */
    public Client client() {
        return new Client(url(), CONTRACT, null);
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    public int port() {
        return startup.running().port();
    }

    public int managementPort() {
        return startup.running().managementPort();
    }

    public TestClock clock() {
        return clock;
    }

    public DatabaseAddress database() {
        return database;
    }

    /** A connection to its database, for who asks often. */
    public synchronized Jdbc sql() {
        try {
            sql = sql == null ? new Jdbc(database) : sql;
            return sql;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Where its data is: mails lie in {@code mail}. */
    public Path folder() {
        return folder;
    }

    public Vertx vertx() {
        return vertx;
    }

    public StartupVerticle program() {
        return startup;
    }

    @Override
    public void close() {
        ended(vertx.close());
        telemetry.close();
        hangUp();
        Trees.delete(folder);
    }

    private static void ended(Future<?> work) {
        work.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    private synchronized void hangUp() {
        try {
            if (sql != null) {
                sql.close();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
