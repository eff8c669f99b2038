package broadside.app.embedded;

import broadside.kit.problem.StartupFailure;
import io.zonky.test.db.postgres.util.ArchUtils;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/** The programs of PostgreSQL that come in a jar for each platform, unpacked once into the data folder. */
final class Binaries {
    private Binaries() {}

    /** The folder with {@code bin}, {@code lib} and {@code share} in it. */
    static Path unpacked(Path cache) throws IOException {
        return unpacked(cache, platform());
    }

    static Path unpacked(Path cache, String platform) throws IOException {
        URL archive = Binaries.class.getResource("/postgres-" + platform + ".txz");
        if (archive == null) {
            throw new StartupFailure(
                    "No PostgreSQL for %s comes with this build: build with the profile of that platform, or set DATABASE_URL"
                            .formatted(platform));
        }
        Path home = cache.resolve(platform + "-" + fingerprint(archive));
        if (!Files.isDirectory(home)) {
            unpack(archive, home);
        }
        return home;
    }

    /** Deletes what other releases unpacked; only while no server runs from there. */
    static void discardOthers(Path home) throws IOException {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(home.getParent())) {
            for (Path each : all) {
                if (!each.getFileName().equals(home.getFileName())) {
                    DataFolder.discard(each);
                }
            }
        }
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String name = system.startsWith("windows") ? "windows" : system.startsWith("mac") ? "darwin" : system;
        return name + "-" + ArchUtils.normalize(System.getProperty("os.arch"));
    }

    private static String fingerprint(URL archive) throws IOException {
        URLConnection connection = archive.openConnection();
        if (connection instanceof JarURLConnection jar) {
            return Long.toHexString(jar.getJarEntry().getCrc());
        }
        return Long.toHexString(connection.getLastModified() ^ connection.getContentLengthLong());
    }

    private static void unpack(URL archive, Path home) throws IOException {
        Files.createDirectories(home.getParent());
        Path part = Files.createTempDirectory(home.getParent(), "part-");
        try (InputStream in = new BufferedInputStream(archive.openStream())) {
            Archive.unpack(in, part);
            Disk.forceTree(part);
            Files.move(part, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException trouble) {
            if (!Files.isDirectory(home)) {
                throw trouble;
            }
        } finally {
            DataFolder.discard(part);
        }
    }
}
