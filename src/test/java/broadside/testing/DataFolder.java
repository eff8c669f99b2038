package broadside.testing;

import broadside.app.embedded.EmbeddedDatabase;
import broadside.kit.db.DatabaseAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A data folder with a database in it that is set up, empty and stopped. */
public record DataFolder(Path path) implements AutoCloseable {
    private static final String BINARIES = "postgres-binaries";

    public static DataFolder create() {
        try {
            var folder =
                    new DataFolder(Files.createTempDirectory("broadside-data").toRealPath());
            Files.createSymbolicLink(folder.path.resolve(BINARIES), Template.FOLDER.resolve(BINARIES));
            for (var each : List.of("postgres", "pgpass")) {
                copy(Template.FOLDER.resolve(each), folder.path.resolve(each));
            }
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The postmaster the folder's own record names, if it runs. */
    public Optional<ProcessHandle> postmaster() {
        try {
            return Files.readAllLines(path.resolve("postgres/postmaster.pid")).stream()
                    .findFirst() // empty while it is being written
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /** Whether the last server was stopped as it should be: no process, no record of one. */
    public boolean isAtRest() {
        return Files.notExists(path.resolve("postgres/postmaster.pid"))
                && ProcessHandle.allProcesses().noneMatch(this::isServer);
    }

    private boolean isServer(ProcessHandle process) {
        return process.info().arguments().stream()
                .flatMap(Arrays::stream)
                .anyMatch(argument -> argument.equals(path.resolve("postgres").toString()));
    }

    /** The way in for whoever may do everything, as the folder keeps it. */
    public DatabaseAddress superuser(DatabaseAddress at) {
        try {
            var line = Files.readAllLines(path.resolve("pgpass")).stream()
                    .filter(entry -> entry.contains(":postgres:"))
                    .findFirst()
                    .orElseThrow();
            var password = line.substring(line.lastIndexOf(':') + 1);
            return new DatabaseAddress(at.host(), at.port(), at.database(), "postgres", password, at.sslMode());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What the servers have written into their log. */
    public String log() {
        try {
            return Files.readString(path.resolve("postgres.log"));
        } catch (IOException none) {
            return "";
        }
    }

    /** Ends what a failed test has left running, and deletes all. No secret may be in what its servers have logged. */
    @Override
    public void close() {
        ProcessHandle.allProcesses().filter(this::isServer).forEach(ProcessHandle::destroyForcibly);
        var log = log();
        Trees.delete(path);
        Secrets.findNone(log);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (var each : all.toList()) {
                Files.copy(
                        each,
                        to.resolve(from.relativize(each).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    private static final class Template {
        private static final Path FOLDER = make();

        private static Path make() {
            try {
                var folder = Files.createTempDirectory("broadside-template");
                EmbeddedDatabase.open(folder, EmbeddedDatabase.Use.COMMAND).close();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> Trees.delete(folder)));
                return folder;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
