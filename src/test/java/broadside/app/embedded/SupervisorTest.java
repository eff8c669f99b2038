package broadside.app.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.app.embedded.EmbeddedDatabase.Use;
import broadside.kit.db.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that dies under who serves. */
@Tag("own-server")
class SupervisorTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path temporary;

    private Path folder;
    private EmbeddedDatabase database;
    private DatabaseAddress address;

    @BeforeEach
    void open() throws Exception {
        folder = Folders.setUp(temporary.resolve("data"));
        database = EmbeddedDatabase.open(folder, Use.SERVE);
        address = database.address();
        Sql.run(address, "create table line as select 1 as number");
    }

    @AfterEach
    void close() throws IOException {
        database.close();
        Folders.release(folder);
    }

    @Test
    void isStartedAgainOnTheSamePort() throws Exception {
        Postmaster dead = Folders.postmaster(folder);
        dead.process().destroyForcibly();
        awaitLine();
        assertNotEquals(dead.process(), Folders.postmaster(folder).process());
        assertEquals(address.port(), Folders.postmaster(folder).port());
    }

    @Test
    void isStartedAgainAndAgainWhenAllOfItIsKilled() throws Exception {
        for (int time = 0; time < 2; time++) {
            Postmaster.allOf(folder.resolve("postgres")).forEach(ProcessHandle::destroyForcibly);
            awaitLine();
        }
    }

    @Test
    void isStartedAgainThoughASessionOfTheDeadOneComputesOn() throws Exception {
        try (Connection connection = Sql.connect(address);
                Statement statement = connection.createStatement()) {
            long pid = Long.parseLong(Sql.one(connection, "select pg_backend_pid()"));
            Thread computing = new Thread(() -> compute(statement));
            computing.start();
            assertTrue(Polling.until(PATIENCE, this::computes));
            Folders.postmaster(folder).process().destroyForcibly();
            awaitLine();
            assertFalse(ProcessHandle.of(pid)
                    .filter(session -> new Postmaster(session, 0, true).isAlive())
                    .isPresent());
        }
    }

    @Test
    void closingStopsAServerThatHasJustDied() throws Exception {
        Folders.postmaster(folder).process().destroyForcibly();
        database.close();
        assertFalse(Folders.isServed(folder));
        assertTrue(Polling.until(
                PATIENCE, () -> Postmaster.allOf(folder.resolve("postgres")).isEmpty()));
    }

    @Test
    void closingCutsSessionsAndIsDoneOnce() throws Exception {
        try (Connection connection = Sql.connect(address);
                Statement statement = connection.createStatement()) {
            Thread computing = new Thread(() -> compute(statement));
            computing.start();
            assertTrue(Polling.until(PATIENCE, this::computes));
            database.close();
            database.close();
            assertFalse(Folders.isServed(folder));
        }
    }

    private void awaitLine() {
        assertTrue(Polling.until(PATIENCE, () -> "1".equals(line())));
    }

    private String line() {
        try {
            return Sql.one(address, "select number from line");
        } catch (SQLException notYet) {
            return "";
        }
    }

    private boolean computes() {
        try {
            return !"0"
                    .equals(
                            Sql.one(
                                    address,
                                    "select count(*) from pg_stat_activity where state = 'active' and query like 'select sum%'"));
        } catch (SQLException notYet) {
            return false;
        }
    }

    private static void compute(Statement statement) {
        try {
            statement.executeQuery("select sum(i) from generate_series(1, 100000000000) as i");
        } catch (SQLException cut) {
            // As meant.
        }
    }
}
