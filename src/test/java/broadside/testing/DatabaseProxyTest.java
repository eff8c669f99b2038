package broadside.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DatabaseProxyTest {
    private final DatabaseProxy proxy = DatabaseProxy.to(TestDatabase.fresh());

    @AfterEach
    void close() throws IOException {
        proxy.close();
    }

    @Test
    void countsWhatIsRun() throws SQLException {
        try (var connection = TestDatabase.connect(proxy.address())) {
            connection.setAutoCommit(false);
            proxy.reset();
            run(connection, "select 1");
            run(connection, "select 2");
            connection.commit();
            assertEquals(java.util.List.of("BEGIN", "select 1", "select 2", "COMMIT"), proxy.statementsText());
            assertEquals(4, proxy.statements());
        }
    }

    @Test
    void holdsAndReleases() throws Exception {
        var others = Executors.newSingleThreadExecutor();
        try (var connection = TestDatabase.connect(proxy.address())) {
            proxy.hold();
            connection.setNetworkTimeout(others, 200);
            assertThrows(SQLException.class, () -> run(connection, "select 1"));
            proxy.release();
            assertEquals("1", TestDatabase.ask(proxy.address(), "select 1"));
        } finally {
            others.shutdownNow();
        }
    }

    @Test
    void cuts() throws SQLException {
        try (var connection = TestDatabase.connect(proxy.address())) {
            assertEquals(1, proxy.connections());
            proxy.cut();
            assertThrows(SQLException.class, () -> run(connection, "select 1"));
            assertEquals(0, proxy.connections());
        }
    }

    @Test
    void leavesUnansweredWhatReachesTheServer() throws Exception {
        var others = Executors.newSingleThreadExecutor();
        TestDatabase.execute(proxy.address(), "create table mark (id int)");
        try (var connection = TestDatabase.connect(proxy.address())) {
            proxy.leaveUnanswered("insert");
            connection.setNetworkTimeout(others, 500);
            assertThrows(SQLException.class, () -> run(connection, "insert into mark values (1)"));
        } finally {
            others.shutdownNow();
        }
        proxy.leaveUnanswered(null);
        assertTrue("1".equals(TestDatabase.ask(proxy.address(), "select count(*) from mark")));
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
