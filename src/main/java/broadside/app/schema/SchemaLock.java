package broadside.app.schema;

import broadside.kit.db.DatabaseAddress;
import broadside.kit.problem.StartupFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Held by whoever changes the schema, one at a time; two session advisory locks. The first keeps others out. The second is shared by
 * every connection that does the work: when a process is killed, its server process may still be at a long statement, and whoever
 * comes next must not begin beside it. Both are asked for again and again rather than waited for, because {@code create index
 * concurrently} waits for every statement that is under way, one that waits for a lock included.
 */
final class SchemaLock implements AutoCloseable {
    /** For the connections that do the work: holds the second lock, and ends a statement soon whose client is gone. */
    static final String UNDER_WAY = """
            do $$ begin
              perform pg_advisory_lock_shared(7093854827149748581);
              perform set_config('client_connection_check_interval', '1000', false);
            exception when invalid_parameter_value then null;
            end $$""";

    private static final String TRY_FIRST = "select pg_try_advisory_lock(7093854827149748580)";
    private static final String TRY_SECOND = "select pg_try_advisory_lock(7093854827149748581)";
    private static final String LEAVE_SECOND = "select pg_advisory_unlock(7093854827149748581)";
    private static final String HOLDER = """
            select coalesce(host(a.client_addr), 'this machine') || ', for '
              || round(extract(epoch from clock_timestamp() - a.backend_start)) || ' s'
            from pg_locks l join pg_stat_activity a using (pid)
            where l.locktype = 'advisory' and l.granted and l.pid <> pg_backend_pid()
              and l.database = (select oid from pg_database where datname = current_database())
              and (l.classid::bigint << 32) | l.objid::bigint in (7093854827149748580, 7093854827149748581)
            order by a.backend_start limit 1""";

    private static final Logger LOG = LoggerFactory.getLogger(SchemaLock.class);
    private static final Duration STEP = Duration.ofMillis(100);
    private static final Duration TOLD_AFTER = Duration.ofSeconds(2);
    private static final Duration TOLD_EVERY = Duration.ofSeconds(30);

    private final DatabaseAddress address;
    private final Connection connection;

    private SchemaLock(DatabaseAddress address, Connection connection) {
        this.address = address;
        this.connection = connection;
    }

    /**
     * Waits for the lock as long as it takes, and tells for whom.
     *
     * @throws StartupFailure when it is given up, or the database cannot be reached
     */
    static SchemaLock take(DatabaseAddress address, BooleanSupplier abandoned) {
        Connection connection = null;
        try {
            connection = Jdbc.connect(address);
            var lock = new SchemaLock(address, connection);
            lock.await(TRY_FIRST, abandoned);
            lock.await(TRY_SECOND, abandoned);
            lock.ask(LEAVE_SECOND);
            return lock;
        } catch (SQLException failure) {
            close(connection);
            throw Jdbc.refused(address, failure);
        } catch (RuntimeException givenUp) {
            close(connection);
            throw givenUp;
        }
    }

    /**
     * Takes the lock only if nobody has it.
     *
     * @throws StartupFailure when somebody has
     */
    static SchemaLock takeNow(DatabaseAddress address) {
        return take(address, () -> {
            throw new StartupFailure("Another program changes the schema of the database now: try again afterwards.");
        });
    }

    private void await(String attempt, BooleanSupplier abandoned) throws SQLException {
        long begin = System.nanoTime();
        long tell = begin + TOLD_AFTER.toNanos();
        while (!"t".equals(ask(attempt))) {
            if (abandoned.getAsBoolean()) {
                throw new StartupFailure("The start was interrupted.");
            }
            if (System.nanoTime() > tell) {
                LOG.warn("Waiting for who changes the schema of the database now ({})", holder());
                tell = System.nanoTime() + TOLD_EVERY.toNanos();
            }
            pause();
        }
    }

    private String holder() throws SQLException {
        return Objects.requireNonNullElse(ask(HOLDER), "about to end");
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(STEP.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StartupFailure("The start was interrupted.", stopped);
        }
    }

    private @Nullable String ask(String question) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            return row.next() ? row.getString(1) : null;
        }
    }

    /** Does something on the connection that holds the lock. */
    <T extends @Nullable Object> T on(Jdbc.Work<T> work) {
        try {
            return work.on(connection);
        } catch (SQLException failure) {
            throw Jdbc.refused(address, failure);
        }
    }

    @Override
    public void close() {
        close(connection);
    }

    private static void close(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException gone) {
            LOG.debug("Closed already", gone);
        }
    }
}
