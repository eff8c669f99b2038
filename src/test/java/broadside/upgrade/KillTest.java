package broadside.upgrade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.app.schema.Migrations;
import broadside.app.schema.Scripts;
import broadside.kit.db.DatabaseAddress;
import broadside.testing.Eventually;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process that migrates is killed in the middle; the next start goes on, and no row is lost or there twice. */
class KillTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String WAITERS = """
            select count(*) from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock' and query ~ '^(select pg_advisory_xact|create index conc)'
              and query ~ '4711|shelf'""";
    private static final String VALID = "select indisvalid from pg_index where indexrelid = to_regclass('shelf_title')";
    private static final String HISTORY = """
            select string_agg(version || ' ' || success, ', ' order by installed_rank) from flyway_schema_history
            where version >= '900'""";

    private final DatabaseAddress database = TestDatabase.fresh();

    @TempDir
    Path scripts;

    @BeforeEach
    void write() throws Exception {
        Files.writeString(scripts.resolve("V900__shelf.sql"), """
                create table shelf (id bigint primary key, title text not null);
                insert into shelf select n, 'Book ' || n from generate_series(1, 2000) n;""");
    }

    @Test
    void inATransactionItIsAsIfItHadNeverBegun() throws Exception {
        Files.writeString(scripts.resolve("V901__titles.sql"), """
                alter table shelf add column pages integer;
                update shelf set title = title || '!', pages = 1;
                select pg_advisory_xact_lock(4711);""");
        try (var holder = TestDatabase.connect(database)) {
            run(holder, "select pg_advisory_lock(4711)");
            killAtTheLock();
            assertEquals("900 true", ask(HISTORY));
            assertNull(TestDatabase.ask(database, "select attname from pg_attribute where attname = 'pages'"));
            assertEquals("0", ask("select count(*) from shelf where title like '%!'"));
            run(holder, "select pg_advisory_unlock(4711)");
        }
        theNextStartServes();
        assertEquals("2000", ask("select count(*) from shelf where title = 'Book ' || id || '!' and pages = 1"));
    }

    @Test
    void anIndexBuiltHalfIsBuiltAgain() throws Exception {
        Files.writeString(
                scripts.resolve("V901__titles.sql"), "create index concurrently shelf_title on shelf (title);");
        Files.writeString(scripts.resolve("V901__titles.sql.conf"), "executeInTransaction=false");
        new Migrations(database, Scripts.packedAnd(scripts)).to("900", () -> false);
        try (var holder = TestDatabase.connect(database)) {
            holder.setAutoCommit(false);
            run(holder, "insert into shelf values (0, 'Book 0')");
            killAtTheLock();
            assertEquals("f", ask(VALID));
            holder.commit();
        }
        theNextStartServes();
        assertEquals("t", ask(VALID));
        assertEquals("2001", ask("select count(*) from shelf"));
    }

    /** Both ends of it: the process, and the process of the server that worked for it. */
    private void killAtTheLock() throws Exception {
        try (var migrator = Migrator.start(database, scripts)) {
            Eventually.holds(SOON, "it waits", () -> "1".equals(ask(WAITERS)) || !migrator.isAlive());
            assertTrue(migrator.isAlive(), "it ended before it was killed");
            migrator.kill();
        }
        Eventually.holds(SOON, "the server notices", () -> "0".equals(ask(WAITERS)));
    }

    private void theNextStartServes() {
        try (var server = Server.start(database, Map.of(), Scripts.packedAnd(scripts))) {
            server.client()
                    .register()
                    .post("/v1/posts", new JsonObject().put("body", "on"))
                    .expect(201);
        }
        assertEquals("900 true, 901 true", ask(HISTORY));
    }

    private String ask(String question) {
        return String.valueOf(TestDatabase.ask(database, question));
    }

    private static void run(Connection connection, String sql) throws Exception {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
