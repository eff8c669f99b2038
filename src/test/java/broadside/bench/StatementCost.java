package broadside.bench;

import broadside.kit.db.DatabaseAddress;
import broadside.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;

/** What a statement of the program, seen on the wire, costs PostgreSQL by itself. */
record StatementCost(DatabaseAddress database, String statement) {
    private static final int TIMES = 200;
    private static final int ROUNDS = 3;

    /**
     * The processor time of one run, in microseconds: the least of a few rounds.
     *
     * @param values of its parameters, as SQL parted by commas
     */
    double micros(String values) {
        try (var connection = prepared();
                var running = connection.createStatement()) {
            var asked = running.executeQuery("select pg_backend_pid()");
            asked.next();
            var backend = Cpu.of(asked.getLong(1));
            double least = Double.MAX_VALUE;
            for (int round = 0; round < ROUNDS; round++) {
                long before = backend.getAsLong();
                for (int time = 0; time < TIMES; time++) {
                    running.executeQuery("execute seen (" + values + ")").close();
                }
                least = Math.min(least, (backend.getAsLong() - before) / (double) TIMES);
            }
            return least;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Connection prepared() throws SQLException {
        var connection = TestDatabase.connect(database);
        try (var preparing = connection.createStatement()) {
            preparing.execute("prepare seen as " + statement);
        }
        return connection;
    }
}
