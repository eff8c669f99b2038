package broadside.app.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.app.embedded.EmbeddedDatabase.Use;
import broadside.kit.problem.StartupFailure;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot start says in one line what is wrong and what to do. */
@Tag("any-server")
class RefusalTest {
    @TempDir
    Path temporary;

    private Path folder = Path.of("");

    @AfterEach
    void release() throws IOException {
        Folders.release(folder);
    }

    @Test
    void aFileInPlaceOfTheFolder() throws IOException {
        Path file = Files.writeString(temporary.resolve("data"), "");
        tells(Folders.refusal(file, Use.SERVE), file + " is not a folder", "BROADSIDE_DATA_DIR");
        tells(Folders.refusal(file.resolve("in"), Use.SERVE), "is not a folder", "BROADSIDE_DATA_DIR");
    }

    @Test
    void aPathThatTheShellWouldChange() {
        tells(Folders.refusal(temporary.resolve("a $HOME"), Use.SERVE), "a $HOME", "BROADSIDE_DATA_DIR");
    }

    @Test
    void dataOfAnotherMajorVersion() throws IOException {
        folder = Folders.setUp(temporary.resolve("data"));
        Files.writeString(folder.resolve("postgres/PG_VERSION"), "17\n");
        tells(Folders.refusal(folder, Use.SERVE), "PostgreSQL 17", "PostgreSQL 18", "pg_dump", "BROADSIDE_DATA_DIR");
    }

    @Test
    void somethingElseWhereTheClusterBelongs() throws IOException {
        folder = Folders.fresh(temporary.resolve("data"));
        Files.createDirectories(folder.resolve("postgres/holiday"));
        tells(Folders.refusal(folder, Use.COMMAND), "is in the way", "BROADSIDE_DATA_DIR");
        assertTrue(Files.exists(folder.resolve("postgres/holiday")));
    }

    @Test
    void aServerThatDoesNotStart() throws IOException {
        folder = Folders.setUp(temporary.resolve("data"));
        Files.writeString(folder.resolve("postgres/postgresql.auto.conf"), "shared_buffers = 'much'\n");
        tells(Folders.refusal(folder, Use.SERVE), "(configuration file", "contains errors)", "postgres.log");
    }

    @Test
    void aPasswordThatIsNotTheServers() throws IOException {
        folder = Folders.setUp(temporary.resolve("data"));
        Passwords.generate().write(folder.resolve("pgpass"));
        tells(Folders.refusal(folder, Use.SERVE), "password authentication failed", "pgpass");
        assertTrue(Postmaster.of(folder.resolve("postgres")).isEmpty(), "what could not be entered is stopped");
    }

    @Test
    void aPlatformWithoutBinaries() {
        StartupFailure failure = assertThrows(StartupFailure.class, () -> Binaries.unpacked(temporary, "plan9-vax"));
        tells(String.valueOf(failure.getMessage()), "plan9-vax", "DATABASE_URL");
    }

    @Test
    void troubleWithTheDisk() {
        Path place = Path.of("data");
        tells(line(place, new AccessDeniedException("data")), "cannot be written", "owner", "BROADSIDE_DATA_DIR");
        tells(
                line(place, new FileSystemException("data", null, "No space left on device")),
                "disk of the data folder data is full",
                "make room");
        tells(
                line(place, new FileSystemException("data", null, "Read-only file system")),
                "Read-only file system",
                "BROADSIDE_DATA_DIR");
    }

    @Test
    void programsThatThisSystemCannotRun() throws IOException {
        Path program = Files.createDirectory(temporary.resolve("bin")).resolve("initdb");
        Files.writeString(program, "no program of this system");
        assertTrue(program.toFile().setExecutable(true));
        Programs programs = new Programs(temporary, new Privileges(List.of(), Optional.empty()));
        Programs.Failed failed = assertThrows(Programs.Failed.class, () -> programs.run("", "initdb"));
        tells(line(Path.of("data"), failed), "initdb", "does not work in data", "DATABASE_URL");
    }

    private static String line(Path place, IOException trouble) {
        return String.valueOf(Trouble.with(place, trouble).getMessage());
    }

    private static void tells(String line, String... parts) {
        for (String part : parts) {
            assertTrue(line.contains(part), line);
        }
        assertEquals(1, line.lines().count(), line);
    }
}
