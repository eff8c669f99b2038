package broadside.app.check;

import broadside.app.embedded.EmbeddedDatabase;
import broadside.kit.db.DatabaseAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** An empty database to try things in, gone afterwards. */
public interface Scratch extends AutoCloseable {
    DatabaseAddress address();

    @Override
    void close();

    /**
     * An embedded one in a folder of its own. Takes seconds.
     *
     * @param dataFolder whose unpacked server is used, when there is one
     */
    static Scratch embedded(Path dataFolder) {
        try {
            var folder = Files.createTempDirectory("broadside-scratch");
            return opened(folder, dataFolder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Scratch opened(Path folder, Path dataFolder) throws IOException {
        try {
            var programs = dataFolder.resolve("postgres-binaries").toAbsolutePath();
            if (Files.isDirectory(programs)) {
                Files.createSymbolicLink(folder.resolve("postgres-binaries"), programs);
            }
            return new Embedded(folder, EmbeddedDatabase.open(folder, EmbeddedDatabase.Use.COMMAND));
        } catch (IOException | RuntimeException failure) {
            discard(folder);
            throw failure;
        }
    }

    private static void discard(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A server with nothing else in it. */
    record Embedded(Path folder, EmbeddedDatabase database) implements Scratch {
        @Override
        public DatabaseAddress address() {
            return database.address();
        }

        @Override
        public void close() {
            database.close();
            discard(folder);
        }
    }
}
