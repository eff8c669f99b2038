package broadside.app.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks a tar archive compressed by xz. */
final class Archive {
    private static final int EXECUTABLE = 0100;

    private Archive() {}

    static void unpack(InputStream compressed, Path folder) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(compressed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, inside(folder, entry));
            }
        }
        allow(folder, true);
    }

    private static void unpack(InputStream in, TarArchiveEntry entry, Path place) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(place);
            return;
        }
        Files.createDirectories(place.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(place, Path.of(entry.getLinkName()));
        } else {
            Files.copy(in, place);
            allow(place, (entry.getMode() & EXECUTABLE) != 0);
        }
    }

    /** Whoever the server runs as must be able to read it. */
    private static void allow(Path place, boolean execute) throws IOException {
        if (DataFolder.isPosix(place)) {
            Files.setPosixFilePermissions(place, PosixFilePermissions.fromString(execute ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static Path inside(Path folder, TarArchiveEntry entry) throws IOException {
        Path place = folder.resolve(entry.getName()).normalize();
        if (!place.startsWith(folder)) {
            throw new IOException("The archive has an entry outside of itself: " + entry.getName());
        }
        return place;
    }
}
