package broadside.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.app.embedded.EmbeddedDatabase;
import broadside.kit.db.DatabaseAddress;
import broadside.kit.problem.StartupFailure;
import broadside.testing.Certificate;
import broadside.testing.DataFolder;
import broadside.testing.DatabaseProxy;
import broadside.testing.Eventually;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code sslmode} against a server whose certificate is for {@code localhost}, and against one that does not encrypt. */
@Tag("own-server")
class EncryptionTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String UNENCRYPTED = """
            select count(*) from pg_stat_ssl join pg_stat_activity using (pid)
            where not ssl and application_name like 'broadside%'""";

    @TempDir
    static Path certificates;

    private static final DataFolder FOLDER = DataFolder.create();
    private static EmbeddedDatabase server;
    private static DatabaseAddress plain;

    @BeforeAll
    static void encrypt() throws IOException {
        var certificate = Certificate.of("localhost", certificates);
        certificate.write(certificates.resolve("right.pem"));
        Certificate.of("elsewhere", certificates).write(certificates.resolve("wrong.pem"));
        var cluster = FOLDER.path().resolve("postgres");
        certificate.write(cluster.resolve("server.crt"));
        var key = Files.writeString(cluster.resolve("server.key"), certificate.key());
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        server = EmbeddedDatabase.open(FOLDER.path(), EmbeddedDatabase.Use.SERVE);
        plain = server.address();
        var superuser = FOLDER.superuser(plain);
        TestDatabase.execute(superuser, "alter system set ssl = on");
        TestDatabase.execute(superuser, "select pg_reload_conf()");
        Eventually.holds(SOON, "it encrypts", () -> "on".equals(TestDatabase.ask(plain, "show ssl")));
    }

    @AfterAll
    static void close() {
        server.close();
        FOLDER.close();
    }

    @Test
    void theWholeProgramEncryptsEveryConnection() {
        var settings = Map.of("DATABASE_URL", url(plain, "localhost", "verify-full", "right"));
        try (var program = Server.start(plain, settings)) {
            program.client().register();
            assertTrue(TestDatabase.connections(plain) > 2);
            assertEquals("0", TestDatabase.ask(FOLDER.superuser(plain), UNENCRYPTED));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, disable,     ",
        "127.0.0.1, allow,       ",
        "127.0.0.1, prefer,      ",
        "127.0.0.1, require,     ",
        "127.0.0.1, verify-ca,   right",
        "localhost, verify-full, right"
    })
    void comesIn(String host, String mode, String trusted) {
        knock(url(plain, host, mode, trusted));
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, verify-ca,   ",
        "localhost, verify-full, ",
        "localhost, verify-ca,   wrong",
        "127.0.0.1, verify-full, right"
    })
    void refusesACertificateThatIsNotGoodEnough(String host, String mode, String trusted) {
        assertTold("its certificate is", url(plain, host, mode, trusted));
    }

    @ParameterizedTest
    @CsvSource({"require", "verify-ca", "verify-full"})
    void refusesAServerThatDoesNotEncrypt(String mode) {
        assertTold("it does not encrypt", url(TestDatabase.fresh(), "127.0.0.1", mode, "right"));
    }

    /** The driver leaves open whatever connection it is told no on; only the very first question is one of its own. */
    @Test
    void aServerThatDoesNotEncryptIsNotAskedForEveryConnection() throws IOException {
        var database = TestDatabase.fresh();
        try (var proxy = DatabaseProxy.to(database);
                var program = Server.start(proxy.address(), Map.of())) {
            program.client().register();
            int used = TestDatabase.connections(database);
            assertTrue(used > 2 && proxy.connections() <= used + 1, () -> proxy.connections() + " for " + used);
        }
    }

    private static void assertTold(String reason, String url) {
        var failure = assertThrows(CompletionException.class, () -> knock(url));
        var line = String.valueOf(
                assertInstanceOf(StartupFailure.class, failure.getCause()).getMessage());
        assertTrue(line.contains(reason) && line.contains("check DATABASE_URL"), line);
    }

    /** As the start does before anything else; it waits for a server that may come, and for nothing else. */
    private static void knock(String url) {
        var vertx = Vertx.vertx();
        try {
            var address = Objects.requireNonNull(
                    Settings.read(Map.of("DATABASE_URL", url)).database());
            new DatabaseWait(vertx, address)
                    .until(() -> false)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .orTimeout(SOON.toSeconds(), TimeUnit.SECONDS)
                    .join();
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private static String url(DatabaseAddress at, String host, String mode, String trusted) {
        var place = new DatabaseAddress(host, at.port(), at.database(), at.user(), at.password(), at.sslMode());
        var certificate = trusted == null ? "" : "&sslrootcert=" + certificates.resolve(trusted + ".pem");
        return TestDatabase.url(place) + "?sslmode=" + mode + certificate;
    }
}
