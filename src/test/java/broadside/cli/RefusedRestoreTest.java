package broadside.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.app.embedded.EmbeddedDatabase;
import broadside.kit.db.DatabaseAddress;
import broadside.testing.DataFolder;
import broadside.testing.Eventually;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be restored to its end leaves what was there as it was. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusedRestoreTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** The last thing a restore does before it commits waits for whoever draws numbers. */
    private static final String AT_THE_END = """
            select count(*) from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock' and query like 'alter sequence%'""";

    @TempDir
    static Path folder;

    private final DatabaseAddress target = TestDatabase.fresh();

    @BeforeAll
    void fill() {
        var source = TestDatabase.fresh();
        fill(source, "susan");
        assertEquals(0, Told.by(source, "backup", at("whole.zip")).exit());
        fill(target, "david");
    }

    private static void fill(DatabaseAddress database, String username) {
        Told.by(database, "db", "migrate");
        var made = Told.by(database, "user", "create", username, "--email", username + "@example.com");
        assertEquals(0, made.exit(), made.error());
    }

    private String at(String file) {
        return folder.resolve(file).toString();
    }

    /** A change of a whole backup. */
    private interface Change {
        void of(OpenedBackup backup, JsonObject manifest, JsonObject table);
    }

    /** Changes the last table that has rows, and says what is told when that is restored. */
    private void refused(String line, Change change) throws IOException {
        var backup = OpenedBackup.read(folder.resolve("whole.zip"));
        var manifest = backup.manifest();
        var table = OpenedBackup.tables(manifest).stream()
                .filter(some -> some.getLong("rows") > 0)
                .reduce((first, second) -> second)
                .orElseThrow();
        change.of(backup, manifest, table);
        backup.write(folder.resolve("changed.zip"));
        var before = BackupTest.sums(target);
        var told = Told.by(target, "restore", at("changed.zip"), "--replace");
        told(line, told);
        assertEquals(before, BackupTest.sums(target));
    }

    @Test
    void aManifestThatTellsOtherwise() throws IOException {
        refused("changed.zip is damaged: the rows of ", (backup, manifest, table) -> {
            table.put("rows", table.getLong("rows") + 1);
            backup.manifest(manifest);
        });
        refused("changed.zip is damaged: the rows of ", (backup, manifest, table) -> {
            table.put("sha256", "00".repeat(32));
            backup.manifest(manifest);
        });
        refused("its manifest cannot be read", (backup, manifest, table) -> {
            table.remove("sha256");
            backup.manifest(manifest);
        });
        refused(
                "in a format that this program does not know",
                (backup, manifest, table) -> backup.manifest(manifest.put("formatVersion", 2)));
    }

    @Test
    void tablesThatAreMissingOrForeign() throws IOException {
        refused("changed.zip is damaged: the rows of ", (backup, manifest, table) -> backup.entries()
                .remove(OpenedBackup.entry(table)));
        refused("knows nothing of tables/stranger.copy", (backup, manifest, table) -> backup.entries()
                .put("tables/stranger.copy", new byte[0]));
        refused("of other tables than the schema has at its version", (backup, manifest, table) -> {
            backup.entries().remove(OpenedBackup.entry(table));
            manifest.getJsonArray("tables").remove(table);
            backup.manifest(manifest);
        });
        refused("of other tables than the schema has at its version", (backup, manifest, table) -> {
            var stranger = new JsonObject().put("name", "stranger").put("columns", table.getJsonArray("columns"));
            manifest.getJsonArray("tables").add(stranger);
            backup.rows(manifest, stranger, "");
        });
    }

    /** Counts and sums are right; what is wrong only the database finds out, when most tables are filled. */
    @Test
    void aRowThatABoundForbids() throws IOException {
        refused(
                "duplicate key value violates unique constraint",
                (backup, manifest, table) -> backup.rows(manifest, table, backup.rows(table) + backup.rows(table)));
        refused("refuses: ", (backup, manifest, table) -> backup.rows(manifest, table, "no row\n"));
    }

    @Test
    void aDatabaseOfAnotherVersion() {
        var old = TestDatabase.fresh();
        Told.by(old, "db", "migrate", "--to", "17");
        assertEquals(0, Told.by(old, "backup", at("old.zip")).exit());
        var before = BackupTest.sums(target);
        told("restore into an empty one", Told.by(target, "restore", at("old.zip")));
        told(
                "only the same version can be replaced. Restore into an empty database.",
                Told.by(target, "restore", at("old.zip"), "--replace"));
        assertEquals(before, BackupTest.sums(target));
        var newer = TestDatabase.fresh();
        Told.by(newer, "db", "migrate");
        TestDatabase.execute(
                newer,
                "insert into flyway_schema_history select installed_rank + 1, '900', 'later', type, 'V900__later.sql', checksum,"
                        + " installed_by, installed_on, execution_time, success from flyway_schema_history"
                        + " order by installed_rank desc limit 1");
        told("newer", Told.by(newer, "restore", at("whole.zip")));
        told("newer", Told.by(newer, "restore", at("whole.zip"), "--replace"));
    }

    private static void told(String line, Told told) {
        assertEquals(1, told.exit(), told.out());
        assertEquals(1, told.error().lines().count(), told.error());
        assertTrue(told.error().contains(line), told.error());
    }

    @Test
    void intoAnEmptyDatabaseItCanBeTriedAgain() throws IOException {
        var backup = OpenedBackup.read(folder.resolve("whole.zip"));
        var manifest = backup.manifest();
        var account = OpenedBackup.tables(manifest).stream()
                .filter(table -> table.getString("name").equals("account"))
                .findFirst()
                .orElseThrow();
        backup.rows(manifest, account, backup.rows(account) + backup.rows(account));
        backup.write(folder.resolve("twice.zip"));
        var empty = TestDatabase.fresh();
        assertEquals(1, Told.by(empty, "restore", at("twice.zip")).exit());
        assertEquals("0", TestDatabase.ask(empty, "select count(*) from account"));
        var again = Told.by(empty, "restore", at("whole.zip"));
        assertEquals(0, again.exit(), again.error());
    }

    /** All rows are there, not yet committed, when the session of the restore is ended. */
    @Test
    void whenItIsThrownOut() throws Exception {
        var before = BackupTest.sums(target);
        var told = brokenAtTheEnd(target, () -> TestDatabase.execute(target, """
                select pg_terminate_backend(pid) from pg_stat_activity
                where datname = current_database() and query like 'alter sequence%'"""));
        told("terminating connection", told);
        assertEquals(before, BackupTest.sums(target));
    }

    @Test
    @Tag("own-server")
    void whenTheServerIsKilled() throws Exception {
        try (var data = DataFolder.create();
                var server = EmbeddedDatabase.open(data.path(), EmbeddedDatabase.Use.SERVE)) {
            fill(server.address(), "david");
            var before = BackupTest.sums(server.address());
            var told = brokenAtTheEnd(
                    server.address(), () -> data.postmaster().orElseThrow().destroyForcibly());
            told("refuses: ", told);
            Eventually.holds(PATIENCE, "it is up again", () -> isUp(server.address()));
            assertEquals(before, BackupTest.sums(server.address()));
        }
    }

    private Told brokenAtTheEnd(DatabaseAddress database, Runnable breaking) throws SQLException {
        try (var other = TestDatabase.connect(database);
                var drawing = other.createStatement()) {
            other.setAutoCommit(false);
            drawing.execute("select nextval('account_id_seq')");
            var restoring =
                    CompletableFuture.supplyAsync(() -> Told.by(database, "restore", at("whole.zip"), "--replace"));
            Eventually.holds(PATIENCE, "it is at its end", () -> "1".equals(TestDatabase.ask(database, AT_THE_END)));
            breaking.run();
            return restoring.join();
        }
    }

    private static boolean isUp(DatabaseAddress database) {
        try (var connection = TestDatabase.connect(database)) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }
}
