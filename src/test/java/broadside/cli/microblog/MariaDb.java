package broadside.cli.microblog;

import broadside.testing.Eventually;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A MariaDB server of the test's own, in a temporary folder, where one is installed. */
final class MariaDb implements AutoCloseable {
    static final String PASSWORD = "p@ss:w/rd?";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path SYSTEM_PROGRAMS = Path.of("/usr/sbin");

    private final Process process;
    private final int port;

    private MariaDb(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Whether tests that need it are to run: where it is installed, and in a strict run. */
    static boolean installedOrStrict() {
        return Boolean.getBoolean("broadside.test.strict")
                || (program("mariadbd").isPresent()
                        && program("mariadb-install-db").isPresent());
    }

    private static Optional<Path> program(String name) {
        var folders =
                Stream.of(System.getenv("PATH").split(File.pathSeparator, -1)).map(Path::of);
        return Stream.concat(folders, Stream.of(SYSTEM_PROGRAMS))
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static String needed(String name) {
        return program(name)
                .orElseThrow(() -> new AssertionError(name + " is not installed"))
                .toString();
    }

    static MariaDb start(Path folder) {
        try {
            var user = "--user=" + System.getProperty("user.name");
            var data = "--datadir=" + folder.resolve("data");
            var log = folder.resolve("log").toFile();
            var install = needed("mariadb-install-db");
            run(log, install, "--no-defaults", data, user, "--auth-root-authentication-method=normal");
            var port = freePort();
            var server = new ProcessBuilder(
                            needed("mariadbd"),
                            "--no-defaults",
                            data,
                            user,
                            "--port=" + port,
                            "--bind-address=127.0.0.1",
                            "--socket=" + folder.resolve("socket"),
                            "--pid-file=" + folder.resolve("pid"),
                            "--innodb-buffer-pool-size=16M",
                            "--character-set-server=utf8mb4")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                    .start();
            var started = new MariaDb(server, port);
            Runtime.getRuntime().addShutdownHook(new Thread(server::destroyForcibly));
            started.prepare();
            return started;
        } catch (IOException | SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void run(File log, String... command) throws IOException {
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new AssertionError(List.of(command) + " failed: " + Files.readString(log.toPath()));
            }
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void prepare() throws SQLException {
        try (var root = Eventually.get(PATIENCE, "MariaDB is up", () -> connect("root", "", "mysql"));
                var statement = root.createStatement()) {
            statement.execute("create user microblog@'127.0.0.1' identified by '" + PASSWORD + "'");
            statement.execute("create user microblog@localhost identified by '" + PASSWORD + "'");
            statement.execute("grant all on `micro%`.* to microblog@'127.0.0.1'");
            statement.execute("grant all on `micro%`.* to microblog@localhost");
        }
    }

    private Optional<Connection> connect(String user, String password, String database) {
        var login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", password);
        login.setProperty("sessionVariables", "sql_mode='ANSI_QUOTES'");
        try {
            return Optional.of(
                    new org.mariadb.jdbc.Driver().connect("jdbc:mariadb://127.0.0.1:" + port + "/" + database, login));
        } catch (SQLException notYet) {
            return Optional.empty();
        }
    }

    /** Makes a database and enters it; names begin with {@code micro}. */
    Connection create(String database) throws SQLException {
        try (var root = connect("root", "", "mysql").orElseThrow();
                var statement = root.createStatement()) {
            statement.execute("create database " + database);
        }
        return connect("microblog", PASSWORD, database).orElseThrow();
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
