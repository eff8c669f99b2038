package broadside.app.schema;

import broadside.kit.db.Database;
import broadside.kit.problem.StartupFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Programs that serve from a database whose schema goes back, or whose rows are about to be others. */
public final class Serving {
    private static final String CONNECTED = """
            select count(*) || case count(*) when 1 then ' connection' else ' connections' end
              || coalesce(' from ' || string_agg(distinct host(client_addr), ', '), '')
            from pg_stat_activity where datname = current_database() and application_name = ?
            having count(*) > 0""";
    /** A program that has just ended may seem to be connected for a moment. */
    private static final int LOOKS = 10;

    private Serving() {}

    /** @throws StartupFailure when there is any, or a command that works with the database as one that serves does */
    static void refuse(Connection connection) throws SQLException {
        connected(connection).ifPresent(connected -> {
            throw new StartupFailure("Nothing was undone, for Broadside works with this database now (" + connected
                    + "): stop the nodes that need what goes. With --while-serving it is done all the same.");
        });
    }

    /** Who is connected, in words; empty: nobody. */
    public static Optional<String> connected(Connection connection) throws SQLException {
        var connected = look(connection);
        for (int look = 1; connected != null && look < LOOKS; look++) {
            pause();
            connected = look(connection);
        }
        return Optional.ofNullable(connected);
    }

    private static @Nullable String look(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(CONNECTED)) {
            statement.setString(1, Database.APPLICATION);
            var row = statement.executeQuery();
            return row.next() ? row.getString(1) : null;
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
