package broadside.app.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.app.embedded.EmbeddedDatabase.Use;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes on one data folder. */
@Tag("own-server")
class TogetherTest {
    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void setUp() throws IOException {
        folder = Folders.setUp(temporary.resolve("data"));
    }

    @AfterEach
    void release() throws IOException {
        Folders.release(folder);
    }

    @Test
    void keepsWhatWasAcknowledgedWhenTheProcessIsKilled() throws Exception {
        try (ChildProcess child = ChildProcess.start(folder, Use.SERVE, "write")) {
            int port = child.port();
            long acknowledged = child.killWhileWriting(100);
            Postmaster left = Folders.postmaster(folder);
            try (EmbeddedDatabase adopted = EmbeddedDatabase.open(folder, Use.SERVE)) {
                assertEquals(left.process(), Folders.postmaster(folder).process(), "adopted, not started anew");
                assertEquals(port, adopted.address().port());
                assertEquals(
                        Long.toString(acknowledged),
                        Sql.one(adopted.address(), "select count(*) from line where number <= " + acknowledged));
            }
        }
        assertFalse(Folders.isServed(folder));
    }

    @Test
    void commandAdoptsWhatWasLeftBehindAndStopsIt() throws Exception {
        try (ChildProcess child = ChildProcess.start(folder, Use.SERVE, "stay")) {
            child.port();
            child.kill();
        }
        Postmaster left = Folders.postmaster(folder);
        try (EmbeddedDatabase command = EmbeddedDatabase.open(folder, Use.COMMAND)) {
            assertEquals(left.port(), command.address().port());
            assertEquals(left.process(), Folders.postmaster(folder).process());
        }
        assertFalse(Folders.isServed(folder));
    }

    @Test
    void stopsWhatWasLeftBehindWhereItCannotGoIn() throws Exception {
        try (ChildProcess child = ChildProcess.start(folder, Use.SERVE, "stay")) {
            child.port();
            child.kill();
        }
        Files.delete(folder.resolve("pgpass"));
        String line = Folders.refusal(folder, Use.SERVE);
        assertTrue(line.contains("no password is known"), line);
        assertFalse(Polling.until(Duration.ofSeconds(2), () -> Folders.isServed(folder)), "nobody starts it again");
    }

    @Test
    void commandJoinsAndLeavesTheServerToWhoServes() throws Exception {
        try (ChildProcess child = ChildProcess.start(folder, Use.SERVE, "stay")) {
            int port = child.port();
            try (EmbeddedDatabase command = EmbeddedDatabase.open(folder, Use.COMMAND)) {
                assertEquals(port, command.address().port());
            }
            assertTrue(Folders.isServed(folder));
            child.end();
            assertFalse(Folders.isServed(folder));
        }
    }

    @Test
    void commandLeavesAServerThatIsServedMeanwhile() throws Exception {
        try (ChildProcess child = ChildProcess.start(folder, Use.COMMAND, "stay")) {
            int port = child.port();
            try (EmbeddedDatabase serve = EmbeddedDatabase.open(folder, Use.SERVE)) {
                assertEquals(port, serve.address().port());
                child.end();
                assertEquals("1", Sql.one(serve.address(), "select 1"));
            }
            assertFalse(Folders.isServed(folder));
        }
    }

    @Test
    void whoServesLeavesTheServerToACommandThatStillWorks() throws Exception {
        try (ChildProcess child = ChildProcess.start(folder, Use.SERVE, "stay")) {
            child.port();
            try (EmbeddedDatabase command = EmbeddedDatabase.open(folder, Use.COMMAND)) {
                child.end();
                assertEquals("1", Sql.one(command.address(), "select 1"));
            }
            assertFalse(Folders.isServed(folder));
        }
    }

    @Test
    void severalThatBeginAtOnceOnANewFolderShareOneServer() throws Exception {
        Path fresh = Folders.fresh(temporary.resolve("new"));
        List<ChildProcess> children = new ArrayList<>();
        Set<Integer> ports = new HashSet<>();
        try {
            for (int each = 0; each < 3; each++) {
                children.add(ChildProcess.start(fresh, Use.COMMAND, "stay"));
            }
            for (ChildProcess child : children) {
                ports.add(child.port());
            }
            assertEquals(Set.of(Folders.postmaster(fresh).port()), ports);
            for (ChildProcess child : children) {
                assertTrue(Folders.isServed(fresh));
                child.end();
            }
            assertFalse(Folders.isServed(fresh));
        } finally {
            children.forEach(ChildProcess::close);
            Folders.release(fresh);
        }
    }
}
