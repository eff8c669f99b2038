package broadside.testing;

import broadside.app.Settings;
import broadside.app.embedded.EmbeddedDatabase;
import broadside.app.schema.Migrations;
import broadside.kit.db.DatabaseAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL all tests of this JVM share: the one of the property {@code broadside.test.database}, or an embedded one. Each
 * caller gets a database of its own in it.
 */
public final class TestDatabase {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    /** Off where nothing has to outlive the machine; what is killed loses nothing either way. */
    private static final String FSYNC = System.getProperty("broadside.test.fsync", "on");

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static @Nullable DatabaseAddress server;
    private static @Nullable DatabaseAddress template;

    private TestDatabase() {}

    /** An empty database, owned by whoever the address enters it as. */
    public static DatabaseAddress fresh() {
        return create("");
    }

    /** One as a first start leaves it: what starts on it need not wait for the migrations. */
    public static synchronized DatabaseAddress migrated() {
        if (template == null) {
            var first = fresh();
            Migrations.run(first);
            template = first;
        }
        return copy(template);
    }

    /** One with everything that is in another, to which nobody may be connected just now. */
    public static DatabaseAddress copy(DatabaseAddress other) {
        return create(" template " + other.database());
    }

    /** An empty one, owned by a role that may do nothing else. */
    public static DatabaseAddress plain() {
        var database = fresh();
        if ("f".equals(ask(database, "select rolsuper from pg_roles where rolname = current_user"))) {
            return database;
        }
        var role = database.database();
        var password = java.util.UUID.randomUUID().toString();
        execute(database, "create role " + role + " login password '" + password + "'");
        execute(database, "alter database " + role + " owner to " + role);
        return new DatabaseAddress(database.host(), database.port(), role, role, password, database.sslMode());
    }

    private static synchronized DatabaseAddress create(String template) {
        var at = server();
        var name = "test_" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet();
        execute(at, "create database " + name + template);
        return new DatabaseAddress(at.host(), at.port(), name, at.user(), at.password(), at.sslMode());
    }

    /** Whether the server is one of our own, started for the tests. */
    public static boolean isEmbedded() {
        return external().isEmpty();
    }

    private static String external() {
        return System.getProperty("broadside.test.database", "");
    }

    private static synchronized DatabaseAddress server() {
        if (server == null) {
            server = isEmbedded()
                    ? embedded()
                    : Settings.read(Map.of("DATABASE_URL", external())).database();
        }
        var started = java.util.Objects.requireNonNull(server);
        Secrets.note(started.password());
        return started;
    }

    private static DatabaseAddress embedded() {
        try {
            var folder = Files.createTempDirectory("broadside-test");
            // Unpacked once for all runs since the last clean; two JVMs at once do not share it.
            var programs = Files.createDirectories(
                    Path.of("target", "test-binaries", System.getProperty("broadside.test.fork", "1"))
                            .toAbsolutePath());
            Files.createSymbolicLink(folder.resolve("postgres-binaries"), programs);
            var database = EmbeddedDatabase.open(folder, EmbeddedDatabase.Use.SERVE);
            AtEnd.then(() -> discard(database, folder));
            setUp(database.address(), folder);
            return database.address();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void setUp(DatabaseAddress at, Path folder) {
        try (var superuser = new Jdbc(new DataFolder(folder).superuser(at))) {
            superuser.execute("alter role " + at.user() + " createdb");
            superuser.execute("grant pg_signal_backend to " + at.user());
            superuser.execute("alter system set fsync = " + FSYNC);
            superuser.execute("alter system set full_page_writes = " + FSYNC);
            superuser.execute("select pg_reload_conf()");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void discard(EmbeddedDatabase database, Path folder) {
        database.close();
        Secrets.keepLog("postgresql", folder.resolve("postgres.log"));
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException failure) {
            System.err.println("left behind: " + folder);
        }
    }

    /** A new connection. What takes longer than {@link #PATIENCE} fails. */
    public static Connection connect(DatabaseAddress at) throws SQLException {
        var url = "jdbc:postgresql://" + at.host() + ":" + at.port() + "/" + at.database() + "?socketTimeout="
                + PATIENCE.toSeconds();
        return DriverManager.getConnection(url, at.user(), at.password());
    }

    public static void execute(DatabaseAddress at, String sql) {
        try (var once = new Jdbc(at)) {
            once.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    /** The first column of the first row, as text. */
    public static @Nullable String ask(DatabaseAddress at, String sql) {
        try (var once = new Jdbc(at)) {
            return once.ask(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    /** How many connections others have to this database. */
    public static int connections(DatabaseAddress at) {
        return Integer.parseInt(String.valueOf(ask(at, """
                select count(*) from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid()""")));
    }

    /** The address as a DATABASE_URL has it. */
    public static String url(DatabaseAddress at) {
        var password = java.net.URLEncoder.encode(at.password(), java.nio.charset.StandardCharsets.UTF_8);
        return "postgresql://" + at.user() + ":" + password + "@" + at.host() + ":" + at.port() + "/" + at.database();
    }
}
