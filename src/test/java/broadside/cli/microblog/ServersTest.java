package broadside.cli.microblog;

import broadside.testing.Server;
import broadside.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Both editions in each of the databases they run on. */
@Tag("own-server")
class ServersTest {
    private static final LocalDateTime TIME = LocalDateTime.parse("2023-03-04T05:06:07.891234");

    private Server server;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() {
        server = Server.start(Map.of());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void sqlite() throws SQLException {
        var time = "2023-03-04 05:06:07.891234";
        try (var old = OldMicroblog.create(sqlite("one.db"), "datetime");
                var api = OldMicroblog.createApi(sqlite("two.db"), "datetime")) {
            Editions.fill(old, time);
            Editions.fillApi(api, time);
        }
        Editions.check(server, folder, "sqlite+pysqlite:///" + folder.resolve("one.db"), "2023-03-04T05:06:07.891Z");
        Editions.checkApi(server, folder, folder.resolve("two.db").toString(), "2023-03-04T05:06:07.891Z");
    }

    private java.sql.Connection sqlite(String name) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(name));
    }

    @Test
    void postgresql() throws SQLException {
        var one = TestDatabase.fresh();
        var two = TestDatabase.fresh();
        try (var old = OldMicroblog.create(TestDatabase.connect(one), "timestamp");
                var api = OldMicroblog.createApi(TestDatabase.connect(two), "timestamp with time zone")) {
            Editions.fill(old, TIME);
            Editions.fillApi(api, TIME.atOffset(java.time.ZoneOffset.UTC));
        }
        Editions.check(server, folder, TestDatabase.url(one), "2023-03-04T05:06:07.891Z");
        var url = TestDatabase.url(two).replace("postgresql:", "postgresql+psycopg2:");
        Editions.checkApi(server, folder, url, "2023-03-04T05:06:07.891Z");
    }

    /** Its DATETIME has whole seconds. */
    @Test
    @EnabledIf(
            value = "broadside.cli.microblog.MariaDb#installedOrStrict",
            disabledReason = "needs mariadb-server, which is not installed")
    void mariadb(@TempDir Path data) throws SQLException {
        try (var maria = MariaDb.start(data)) {
            try (var old = OldMicroblog.create(maria.create("microblog"), "datetime");
                    var api = OldMicroblog.createApi(maria.create("microapi"), "datetime(6)")) {
                Editions.fill(old, TIME.withNano(0));
                Editions.fillApi(api, TIME);
            }
            var url = "://microblog:p%40ss%3Aw%2Frd%3F@127.0.0.1:" + maria.port() + "/";
            Editions.check(
                    server, folder, "mysql+pymysql" + url + "microblog?charset=utf8mb4", "2023-03-04T05:06:07.000Z");
            Editions.checkApi(server, folder, "mariadb" + url + "microapi", "2023-03-04T05:06:07.891Z");
        }
    }
}
