package broadside.app.backup;

import broadside.kit.problem.StartupFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.ZipOutputStream;

/** A zip file that was not there before, for its owner's eyes only; it appears when it is whole. */
public final class NewFile {
    private NewFile() {}

    /** Writes into it. */
    public interface Writer<T> {
        T into(ZipOutputStream zip) throws IOException;
    }

    /**
     * Writes it, whole or not at all.
     *
     * @param what it is, for people
     * @throws StartupFailure when that is not possible
     */
    public static <T> T write(Path file, String what, Writer<T> writer) {
        var whole = file.toAbsolutePath().normalize();
        if (Files.exists(whole)) {
            throw new StartupFailure("There is a file " + file + " already: give another name, or take it away.");
        }
        var part = whole.resolveSibling(whole.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            Files.createFile(part);
            onlyForOwner(part);
            var written = fill(part, writer);
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
            return written;
        } catch (IOException | UncheckedIOException failure) {
            var cause = failure instanceof UncheckedIOException unchecked ? unchecked.getCause() : failure;
            throw new StartupFailure("The " + what + " cannot be written to " + file + ": " + cause + ".", failure);
        } finally {
            part.toFile().delete();
        }
    }

    private static <T> T fill(Path part, Writer<T> writer) throws IOException {
        try (var out = Files.newOutputStream(part);
                var zip = new ZipOutputStream(out)) {
            var written = writer.into(zip);
            zip.finish();
            force(part);
            return written;
        }
    }

    private static void onlyForOwner(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static void force(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
