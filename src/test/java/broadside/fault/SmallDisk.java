package broadside.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file system of its own that is soon full. Only root can make one. */
final class SmallDisk implements AutoCloseable {
    private static final int CHUNK = 65_536;

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Empty where this system does not let us. */
    static Optional<SmallDisk> make(int megabytes) throws IOException {
        var folder = Files.createTempDirectory("broadside-disk");
        if (run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString())) {
            return Optional.of(new SmallDisk(folder));
        }
        Files.delete(folder);
        return Optional.empty();
    }

    private static boolean run(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    Path folder() {
        return folder;
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    /** Leaves no byte. */
    void fill() {
        try (OutputStream file = Files.newOutputStream(ballast())) {
            while (true) {
                file.write(new byte[CHUNK]);
            }
        } catch (IOException full) {
            if (!Files.exists(ballast())) {
                throw new AssertionError(full);
            }
        }
    }

    void makeRoom() throws IOException {
        Files.delete(ballast());
    }

    @Override
    public void close() throws IOException {
        if (!run("umount", folder.toString())) {
            run("umount", "-l", folder.toString());
        }
        Files.deleteIfExists(folder);
    }
}
