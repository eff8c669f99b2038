package broadside.kit.db;

import io.vertx.core.net.PemTrustOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.impl.SqlConnectionInternal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How both ways to the database connect. */
final class Connections {
    private static final int STATEMENT_CACHE = 256;
    /** The default of 2,048 characters leaves longer statements unprepared. */
    private static final int CACHED_LENGTH = 8_192;

    private Connections() {}

    static PgConnectOptions options(DatabaseAddress address) {
        return options(address, Limits.LOCK);
    }

    /** @param lock how long to wait for a lock */
    static PgConnectOptions options(DatabaseAddress address, Duration lock) {
        var options = new PgConnectOptions()
                .setHost(address.host())
                .setPort(address.port())
                .setDatabase(address.database())
                .setUser(address.user())
                .setPassword(address.password())
                .setCachePreparedStatements(true)
                .setPreparedStatementCacheMaxSize(STATEMENT_CACHE)
                .setPreparedStatementCacheSqlLimit(CACHED_LENGTH)
                .setProperties(sessionSettings(lock));
        options.setConnectTimeout((int) Limits.CONNECT.toMillis())
                .setTcpKeepAlive(true)
                .setReadIdleTimeout((int) Limits.SILENCE.toSeconds())
                .setIdleTimeoutUnit(TimeUnit.SECONDS);
        return secured(options, address);
    }

    private static Map<String, String> sessionSettings(Duration lock) {
        return new HashMap<>(Map.of(
                "application_name",
                Database.APPLICATION,
                "TimeZone",
                "UTC",
                "client_min_messages",
                "warning",
                // Compiling a statement takes longer than it may take, where statistics are old and its cost seems
                // high.
                "jit",
                "off",
                "statement_timeout",
                millis(Limits.STATEMENT),
                "lock_timeout",
                millis(lock),
                "idle_in_transaction_session_timeout",
                millis(Limits.IDLE_IN_TRANSACTION)));
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }

    /** As libpq has it: below verify-ca the server's certificate is not looked at. */
    private static PgConnectOptions secured(PgConnectOptions options, DatabaseAddress address) {
        options.setSslMode(SslMode.of(address.sslMode().word()));
        switch (address.sslMode()) {
            case DISABLE -> {}
            case ALLOW, PREFER, REQUIRE -> options.setTrustAll(true);
            case VERIFY_CA -> trust(options, address);
            case VERIFY_FULL -> trust(options, address).setHostnameVerificationAlgorithm("HTTPS");
        }
        return options;
    }

    private static PgConnectOptions trust(PgConnectOptions options, DatabaseAddress address) {
        var certificate = address.sslRootCertificate();
        options.setHostnameVerificationAlgorithm("");
        return certificate == null
                ? options.setTrustOptions(PlatformTrust.options())
                : options.setPemTrustOptions(new PemTrustOptions().addCertPath(certificate));
    }

    /** Without a time limit on waiting: whoever asks has a deadline. */
    static PoolOptions pool(String name, int size, int waiting) {
        return new PoolOptions()
                .setName(name)
                .setMaxSize(size)
                .setMaxWaitQueueSize(waiting)
                .setConnectionTimeout(0)
                .setIdleTimeout((int) Limits.UNUSED.toSeconds())
                .setIdleTimeoutUnit(TimeUnit.SECONDS);
    }

    /**
     * Ends a connection whose server no longer answers. Closing it politely would wait for that answer and keep the pool's slot
     * taken; only the socket can be closed without it.
     */
    static void cut(SqlConnection connection) {
        var inner = ((SqlConnectionInternal) connection).unwrap().unwrap();
        if (inner instanceof SocketConnectionBase socket) {
            socket.socket().close();
        }
    }
}
