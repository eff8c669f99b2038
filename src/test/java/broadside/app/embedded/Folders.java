package broadside.app.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import broadside.app.embedded.EmbeddedDatabase.Use;
import broadside.kit.problem.StartupFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** Data folders for tests, without unpacking and setting up again and again. */
final class Folders {
    private static final Path BINARIES = Path.of("target", "test-binaries").toAbsolutePath();

    private Folders() {}

    /** An empty data folder, but for the unpacked programs. */
    static Path fresh(Path folder) throws IOException {
        Files.createDirectories(BINARIES);
        Files.createDirectories(folder);
        Files.createSymbolicLink(folder.resolve("postgres-binaries"), BINARIES);
        return folder;
    }

    /** A data folder whose cluster is set up and whose server has been stopped. */
    static Path setUp(Path folder) throws IOException {
        fresh(folder);
        copy(Template.FOLDER.resolve("postgres"), folder.resolve("postgres"));
        copy(Template.FOLDER.resolve("pgpass"), folder.resolve("pgpass"));
        return folder;
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> walk = Files.walk(from)) {
            List<Path> all = walk.toList();
            for (Path each : all) {
                Files.copy(
                        each,
                        to.resolve(from.relativize(each).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    /** The server of a folder as the system tells. */
    static Postmaster postmaster(Path folder) {
        return Postmaster.of(folder.resolve("postgres")).orElseThrow();
    }

    static boolean isServed(Path folder) {
        return Postmaster.of(folder.resolve("postgres")).isPresent();
    }

    /** The one line with which a folder is refused. */
    static String refusal(Path folder, Use use) {
        StartupFailure failure = assertThrows(
                StartupFailure.class, () -> EmbeddedDatabase.open(folder, use).close());
        String line = String.valueOf(failure.getMessage());
        assertEquals(1, line.lines().count(), line);
        return line;
    }

    /** Leaves nothing running behind a test that failed, and no link for JUnit to wonder about. */
    static void release(Path folder) throws IOException {
        Postmaster.allOf(folder.resolve("postgres")).forEach(ProcessHandle::destroyForcibly);
        if (Files.isSymbolicLink(folder.resolve("postgres-binaries"))) {
            Files.delete(folder.resolve("postgres-binaries"));
        }
    }

    private static final class Template {
        private static final Path FOLDER = make();

        private static Path make() {
            try {
                Path folder = Files.createTempDirectory("template");
                EmbeddedDatabase.open(fresh(folder), Use.COMMAND).close();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> DataFolder.discard(folder)));
                return folder;
            } catch (IOException trouble) {
                throw new ExceptionInInitializerError(trouble);
            }
        }
    }
}
