package broadside.fault;

import broadside.app.embedded.EmbeddedDatabase;
import broadside.kit.db.DatabaseAddress;
import broadside.testing.DataFolder;
import broadside.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A PostgreSQL of a test's own, which it may pause, kill and restart. */
final class BreakableDatabase implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(90);

    private final Path folder;
    private final EmbeddedDatabase database;

    private BreakableDatabase(Path folder, EmbeddedDatabase database) {
        this.folder = folder;
        this.database = database;
    }

    static BreakableDatabase open() throws IOException {
        return in(Files.createTempDirectory("broadside-fault"));
    }

    /** One whose data is in this folder, which goes with it. */
    static BreakableDatabase in(Path folder) {
        return new BreakableDatabase(folder, EmbeddedDatabase.open(folder, EmbeddedDatabase.Use.SERVE));
    }

    DatabaseAddress address() {
        return database.address();
    }

    /** Postmaster and every backend stop where they are; connections stay open, and the kernel goes on accepting new ones. */
    void pause() {
        signal("STOP");
    }

    void resume() {
        signal("CONT");
    }

    /** As the out-of-memory killer does; whoever watches the folder starts it again. */
    void kill() {
        signal("KILL");
    }

    /** An orderly stop that ends every session; whoever watches the folder starts it again. */
    void stop() {
        send("INT", List.of(postmaster()));
    }

    /** Ends every session but the one that asks. */
    void terminateBackends() {
        TestDatabase.execute(
                address(),
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
    }

    /** One for whoever may do everything; there may be no place for another while something is broken. */
    Connection superuser() throws SQLException {
        return TestDatabase.connect(new DataFolder(folder).superuser(address()));
    }

    /** Gives the program's role this password, and ends every session that was opened with another. */
    void changePassword(Connection superuser, String password) throws SQLException {
        var role = address().user();
        try (var statement = superuser.createStatement()) {
            statement.execute("alter role " + role + " password '" + password + "'");
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = '" + role + "'");
        }
    }

    /** Waits until somebody who connects is served. */
    void awaitUp() {
        long latest = System.nanoTime() + START.toNanos();
        while (!answers()) {
            if (System.nanoTime() > latest) {
                throw new AssertionError("the database did not come back");
            }
            Thread.onSpinWait();
        }
    }

    private boolean answers() {
        var url = "jdbc:postgresql://" + address().host() + ":" + address().port() + "/"
                + address().database() + "?loginTimeout=1&socketTimeout=1";
        try (var connection = DriverManager.getConnection(
                        url, address().user(), address().password());
                var statement = connection.createStatement()) {
            return statement.execute("select 1");
        } catch (SQLException away) {
            return false;
        }
    }

    private ProcessHandle postmaster() {
        try (var files = Files.walk(folder, 2)) {
            var file = files.filter(path -> path.endsWith("postmaster.pid"))
                    .findFirst()
                    .orElseThrow();
            return ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0)))
                    .orElseThrow();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** First the postmaster, so that it makes no more backends meanwhile. */
    private void signal(String name) {
        var postmaster = postmaster();
        var backends = postmaster.children().toList();
        send(name, Stream.concat(Stream.of(postmaster), backends.stream()).toList());
    }

    private static void send(String name, List<ProcessHandle> processes) {
        var pids =
                processes.stream().map(process -> Long.toString(process.pid())).collect(Collectors.joining(" "));
        try {
            new ProcessBuilder("sh", "-c", "kill -" + name + " " + pids)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        resume();
        database.close();
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
