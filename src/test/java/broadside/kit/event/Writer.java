package broadside.kit.event;

import broadside.kit.db.DatabaseAddress;
import broadside.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes events in several transactions at a time and ends them in any order, every twentieth in vain. */
final class Writer {
    private static final int AT_A_TIME = 4;

    private final DatabaseAddress address;
    private final int number;
    private final Random random;
    private final List<Long> committed = new ArrayList<>();

    Writer(DatabaseAddress address, int number) {
        this.address = address;
        this.number = number;
        this.random = new Random(number);
    }

    /** The subjects of the events that were committed. */
    List<Long> write(int events) throws SQLException {
        var connections = new Connection[AT_A_TIME];
        var subjects = new long[AT_A_TIME];
        for (int i = 1; i <= events; i++) {
            int place = random.nextInt(AT_A_TIME);
            end(connections[place], subjects[place]);
            subjects[place] = number * 1_000L + i;
            connections[place] = tell(connections[place], subjects[place]);
        }
        for (int place = 0; place < AT_A_TIME; place++) {
            end(connections[place], subjects[place]);
            connections[place].close();
        }
        return committed;
    }

    private void end(Connection connection, long subject) throws SQLException {
        if (connection == null) {
            return;
        }
        if (subject % 20 == 0) {
            connection.rollback();
        } else {
            connection.commit();
            committed.add(subject);
        }
    }

    /** A transaction that has told of this subject and is not finished. */
    static Connection begun(DatabaseAddress address, long subject) throws SQLException {
        var connection = TestDatabase.connect(address);
        connection.setAutoCommit(false);
        return told(connection, subject);
    }

    private Connection tell(Connection connection, long subject) throws SQLException {
        return connection == null ? begun(address, subject) : told(connection, subject);
    }

    private static Connection told(Connection connection, long subject) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("insert into event (kind, subject_type, subject_id) values ('thing.made', 'thing', "
                    + subject + "); select pg_notify('broadside_event', '')");
            return connection;
        }
    }
}
