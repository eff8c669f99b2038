package broadside.app.embedded;

import broadside.kit.problem.StartupFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The data folder and the places in it. */
record DataFolder(Path path) {
    private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rwx------");
    private static final Pattern SHELL = Pattern.compile("[\"$`\\\\\n]");
    private static final String SETUP = "setup-";

    /** Makes the folder if it is not there. Its own mode is set only while nothing of others is in it. */
    static DataFolder prepare(Path given) throws IOException {
        Files.createDirectories(given.toAbsolutePath());
        Path path = given.toRealPath();
        refuseShellCharacters(path);
        if (isEmpty(path)) {
            attemptPrivacy(path);
        }
        return new DataFolder(path);
    }

    Path cluster() {
        return path.resolve("postgres");
    }

    Path binaries() {
        return path.resolve("postgres-binaries");
    }

    Path log() {
        return path.resolve("postgres.log");
    }

    Path passwords() {
        return path.resolve("pgpass");
    }

    Path lock() {
        return path.resolve("lock");
    }

    /** A fresh folder for the first set-up of the cluster; what earlier ones left goes. */
    Path setup() throws IOException {
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(path, SETUP + "*")) {
            leftovers.forEach(DataFolder::discard);
        }
        return makePrivate(Files.createTempDirectory(path, SETUP));
    }

    /** Deletes as much of a tree as can be deleted. */
    static void discard(Path tree) {
        try (Stream<Path> walk = Files.walk(tree)) {
            List<Path> deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.deleteIfExists(each);
            }
        } catch (IOException | UncheckedIOException leftForNextTime) {
            // Somebody may still be writing there; nothing depends on its being gone.
        }
    }

    static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** PostgreSQL's pg_ctl puts the path between double quotes into a command of the shell. */
    private static void refuseShellCharacters(Path path) {
        if (isPosix(path) && SHELL.matcher(path.toString()).find()) {
            throw new StartupFailure(
                    "The path of the data folder %s has a character that PostgreSQL does not take: set BROADSIDE_DATA_DIR to a folder without \" $ ` \\ in its path"
                            .formatted(path));
        }
    }

    static boolean isEmpty(Path folder) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            return !entries.iterator().hasNext();
        }
    }

    private static void attemptPrivacy(Path folder) throws IOException {
        try {
            makePrivate(folder);
        } catch (FileSystemException notOurs) {
            // Whether we may write into the folder of somebody else will show; what is secret in it has a mode of its
            // own.
        }
    }

    private static Path makePrivate(Path folder) throws IOException {
        return isPosix(folder) ? Files.setPosixFilePermissions(folder, PRIVATE) : folder;
    }
}
