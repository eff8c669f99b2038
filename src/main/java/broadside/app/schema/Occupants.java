package broadside.app.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who is in the way of a migration, from one attempt to the next. */
final class Occupants {
    private static final Logger LOG = LoggerFactory.getLogger(Occupants.class);
    /** Long enough for the server to look for who can be made to give way, and for that one to go. */
    private static final String PATIENTLY = """
            select set_config('lock_timeout', (setting::integer + 2000)::text, true)
            from pg_settings where name = 'deadlock_timeout'""";

    private List<Holder> now = List.of();
    private List<Holder> lasting = List.of();

    /** After an attempt that failed. */
    void look(String sql, Connection connection) throws SQLException {
        var before = now;
        now = Holder.against(sql, connection);
        lasting = now.stream()
                .filter(holder -> before.stream().anyMatch(holder::isStill))
                .toList();
    }

    /**
     * Makes autovacuum give way. The server ends it for whoever has waited for longer than {@code deadlock_timeout}, which is longer
     * than a migration waits, so a long one would keep migrations out to its end. This asks for a lock that keeps out neither readers
     * nor writers, so it may be waited for.
     */
    void vacuumsMayGo(Connection connection) throws SQLException {
        for (var table : now.stream()
                .filter(Holder::vacuums)
                .map(Holder::table)
                .distinct()
                .toList()) {
            makeWay(table, connection);
        }
    }

    private static void makeWay(String table, Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute(PATIENTLY);
            statement.execute("lock table " + table + " in share update exclusive mode");
        } catch (SQLException stays) {
            LOG.debug("{} is not left by who vacuums it", table, stays);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** Who was there at the last two attempts, and what can be done. */
    String advice() {
        return lasting.isEmpty()
                ? "Nobody held one all the time: start again when less is going on."
                : this + ". Let that end, or have a superuser end it (pg_terminate_backend), then start again.";
    }

    @Override
    public String toString() {
        return lasting.stream().map(Holder::toString).collect(Collectors.joining("; "));
    }
}
