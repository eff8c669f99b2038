package broadside.testing;

import broadside.kit.db.DatabaseAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A server of the PostgreSQL 15 that is installed on this machine, the oldest we work with; where we are root, as {@code postgres}. */
public final class InstalledPostgresql implements AutoCloseable {
    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");
    private static final List<String> NOT_AS_ROOT =
            List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final Process server;
    private final DatabaseAddress address;

    private InstalledPostgresql(Path folder, Process server, DatabaseAddress address) {
        this.folder = folder;
        this.server = server;
        this.address = address;
    }

    /** Whether tests that need it are to run: where it is installed, and in a strict run. */
    public static boolean installedOrStrict() {
        return Boolean.getBoolean("broadside.test.strict") || Files.isExecutable(PROGRAMS.resolve("initdb"));
    }

    public static InstalledPostgresql start() {
        try {
            var folder = Files.createTempDirectory("broadside-postgresql");
            var password = Secrets.note(UUID.randomUUID().toString());
            make(folder, password);
            int port = freePort();
            var server = run(folder, "postgres", "-p", "" + port, "-h", "127.0.0.1", "-k", "");
            Runtime.getRuntime().addShutdownHook(new Thread(server::destroyForcibly));
            var address = new DatabaseAddress(
                    "127.0.0.1", port, "postgres", "owner", password, DatabaseAddress.SslMode.DISABLE);
            var started = new InstalledPostgresql(folder, server, address);
            Eventually.holds(PATIENCE, "PostgreSQL is up", started::answers);
            return started;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void make(Path folder, String password) throws IOException {
        var secret = Files.writeString(folder.resolve("password"), password);
        if (isRoot()) {
            await(new ProcessBuilder("chown", "-R", "postgres", folder.toString()).start(), folder);
        }
        var init =
                run(folder, "initdb", "-U", "owner", "--pwfile=" + secret, "-A", "scram-sha-256", "-E", "UTF8", "-N");
        await(init, folder);
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static Process run(Path folder, String program, String... arguments) throws IOException {
        var command = new ArrayList<>(isRoot() ? NOT_AS_ROOT : List.of());
        command.addAll(List.of(
                PROGRAMS.resolve(program).toString(),
                "-D",
                folder.resolve("data").toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
    }

    private static void await(Process process, Path folder) throws IOException {
        if (process.onExit().join().exitValue() != 0) {
            throw new AssertionError(process.info() + " failed: " + Files.readString(folder.resolve("log")));
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private boolean answers() {
        try (var connection = TestDatabase.connect(address)) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** An empty database, entered by its superuser. */
    public DatabaseAddress address() {
        return address;
    }

    @Override
    public void close() {
        server.destroyForcibly().onExit().join();
        Trees.delete(folder);
    }
}
