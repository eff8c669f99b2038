package broadside.app.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.app.embedded.EmbeddedDatabase.Use;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders in the state in which a crash left them. */
@Tag("own-server")
class RecoveryTest {
    @TempDir
    Path temporary;

    private Path folder = Path.of("");

    @AfterEach
    void release() throws IOException {
        Folders.release(folder);
    }

    @Test
    void keepsDataOverPowerLossAndTrustsNoOldProcessNumber() throws Exception {
        folder = Folders.setUp(temporary.resolve("data"));
        try (ChildProcess child = ChildProcess.start(folder, Use.SERVE, "write")) {
            child.port();
            long acknowledged = child.killWhileWriting(20);
            losePower();
            nameProcessAsPostmaster(ProcessHandle.current().pid());
            try (EmbeddedDatabase database = EmbeddedDatabase.open(folder, Use.SERVE)) {
                assertEquals(
                        Long.toString(acknowledged),
                        Sql.one(database.address(), "select count(*) from line where number <= " + acknowledged));
            }
        }
    }

    @Test
    void takesNoOtherPostgresForItsOwn() throws Exception {
        folder = Folders.setUp(temporary.resolve("data"));
        Path other = Folders.setUp(temporary.resolve("other"));
        try (EmbeddedDatabase stranger = EmbeddedDatabase.open(other, Use.SERVE)) {
            Files.copy(other.resolve("postgres/postmaster.pid"), folder.resolve("postgres/postmaster.pid"));
            try (EmbeddedDatabase database = EmbeddedDatabase.open(folder, Use.SERVE)) {
                assertNotEquals(stranger.address().port(), database.address().port());
            }
            assertTrue(Folders.isServed(other));
        } finally {
            Folders.release(other);
        }
    }

    @Test
    void setsUpAgainWhatWasKilledHalfWay() throws Exception {
        folder = Folders.fresh(temporary.resolve("data"));
        try (ChildProcess child = ChildProcess.start(folder, Use.SERVE, "stay")) {
            assertTrue(Polling.until(Duration.ofSeconds(20), () -> hasBegunToSetUp()));
            child.kill();
        }
        assertFalse(Files.exists(folder.resolve("postgres")));
        try (EmbeddedDatabase database = EmbeddedDatabase.open(folder, Use.SERVE)) {
            assertEquals("1", Sql.one(database.address(), "select 1"));
        }
    }

    @Test
    void makesALostPasswordFileAnew() throws Exception {
        folder = Folders.setUp(temporary.resolve("data"));
        String old = Files.readString(folder.resolve("pgpass"));
        Files.delete(folder.resolve("pgpass"));
        try (EmbeddedDatabase database = EmbeddedDatabase.open(folder, Use.SERVE)) {
            assertEquals("1", Sql.one(database.address(), "select 1"));
        }
        assertNotEquals(old, Files.readString(folder.resolve("pgpass")));
    }

    private void losePower() {
        List<ProcessHandle> all = Postmaster.allOf(folder.resolve("postgres"));
        all.forEach(ProcessHandle::destroyForcibly);
        assertTrue(Polling.until(Duration.ofSeconds(10), () -> Postmaster.allOf(folder.resolve("postgres"))
                .isEmpty()));
    }

    private void nameProcessAsPostmaster(long pid) throws IOException {
        Path record = folder.resolve("postgres/postmaster.pid");
        List<String> lines = Files.readAllLines(record);
        lines.set(0, Long.toString(pid));
        Files.write(record, lines);
    }

    private boolean hasBegunToSetUp() {
        try (DirectoryStream<Path> setup = Files.newDirectoryStream(folder, "setup-*")) {
            for (Path each : setup) {
                if (Files.exists(each.resolve("postgres/postgresql.conf"))) {
                    return true;
                }
            }
            return false;
        } catch (IOException notYet) {
            return false;
        }
    }
}
