package broadside.testing;

import broadside.kit.db.DatabaseAddress;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A connection of the tests to a database. Who asks often keeps it: to make one takes longer than most of what is asked on it. */
public final class Jdbc implements AutoCloseable {
    private final Connection connection;

    Jdbc(DatabaseAddress at) throws SQLException {
        connection = TestDatabase.connect(at);
    }

    public synchronized void execute(String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    /** The first column of the first row, as text. */
    public synchronized @Nullable String ask(String sql) {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
