package broadside.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.kit.db.DatabaseAddress;
import broadside.testing.Client;
import broadside.testing.Known;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in one database comes to be in another, whole or not at all. */
class BackupTest {
    private static final String SUMS = """
            select string_agg(name || ' ' || sum, '; ' order by name) from (
              select c.relname as name,
                md5((xpath('/row/all/text()', query_to_xml(format(
                  'select string_agg(t::text, chr(10) order by t::text) as all from (select %s from %I) t',
                  (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
                   where attrelid = c.oid and attnum > 0 and not attisdropped and atttypid <> 'xid8'::regtype),
                  c.relname), true, true, '')))[1]::text) as sum
              from pg_class c where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
                and c.relname not in ('flyway_schema_history', 'schema_undo')) tables""";

    @TempDir
    Path folder;

    @Test
    void movesToADatabaseWhoseOwnerIsAPlainRoleAndBack() {
        var source = TestDatabase.migrated();
        var target = TestDatabase.plain();
        var home = TestDatabase.fresh();
        Known said;
        try (var server = Server.start(source, Map.of())) {
            said = Known.at(server.client());
            backUp(source, "one.zip");
            said.holdsAt(server.client());
        }
        backUp(source, "there.zip");
        restore(target, "there.zip");
        assertEquals(sums(source), sums(target));
        try (var server = Server.start(target, Map.of())) {
            said.holdsAt(server.client());
            var next = server.client().register().post("/v1/posts", new JsonObject().put("body", "Later"));
            assertTrue(Long.parseLong(next.expect(201).json().getString("id")) > said.newest());
        }
        backUp(target, "back.zip");
        restore(home, "back.zip");
        assertEquals(sums(target), sums(home));
        try (var server = Server.start(home, Map.of())) {
            said.holdsAt(server.client());
        }
        refused(home, "has rows already", "restore", at("there.zip"));
        assertEquals(0, Told.by(home, "restore", at("there.zip"), "--replace").exit());
        assertEquals(sums(source), sums(home));
    }

    @Test
    @Tag("own-server")
    void movesIntoTheEmbeddedDatabaseAndOut() {
        var source = TestDatabase.migrated();
        var target = TestDatabase.fresh();
        Told.by(source, "user", "create", "susan", "--email", "susan@example.com", "--admin");
        backUp(source, "in.zip");
        var inside = Map.of("BROADSIDE_DATA_DIR", folder.resolve("data").toString());
        var in = Told.with(inside, "restore", at("in.zip"));
        assertEquals(0, in.exit(), in.error());
        assertEquals(
                0,
                Told.with(inside, "user", "promote", "susan", "--role", "author")
                        .exit());
        var out = Told.with(inside, "backup", at("out.zip"));
        assertEquals(0, out.exit(), out.error());
        restore(target, "out.zip");
        assertEquals("author", TestDatabase.ask(target, "select role from account where username = 'susan'"));
    }

    /** What is counted in one place was there in the other: what is in the file was there at one moment. */
    @Test
    void isOfOneMomentWhilePeopleWrite() {
        var source = TestDatabase.migrated();
        var target = TestDatabase.fresh();
        try (var server = Server.start(source, Map.of())) {
            var writer = server.client().register();
            writer.post("/v1/posts", new JsonObject().put("body", "First")).expect(201);
            var done = new AtomicBoolean();
            var writing = CompletableFuture.supplyAsync(() -> write(writer, done));
            for (int number = 1; number <= 2; number++) {
                backUp(source, number + ".zip");
            }
            done.set(true);
            assertTrue(writing.join() > 1);
            refused(source, "works with this database now", "restore", at("2.zip"), "--replace");
        }
        restore(target, "2.zip");
        assertEquals("0", TestDatabase.ask(target, """
                select count(*) from account_stat s where s.posts <>
                  (select count(*) from post p where p.author_id = s.account_id)"""));
    }

    private static int write(Client writer, AtomicBoolean done) {
        int written = 1;
        for (; !done.get(); written++) {
            writer.post("/v1/posts", new JsonObject().put("body", "Number " + written))
                    .expect(201);
        }
        return written;
    }

    @Test
    void anOlderSchemaIsRestoredAndMigrated() {
        var source = TestDatabase.fresh();
        Told.by(source, "db", "migrate", "--to", "17");
        TestDatabase.execute(source, "insert into secret values ('kept', decode(repeat('00', 32), 'hex'))");
        backUp(source, "old.zip");
        var target = TestDatabase.fresh();
        Told.by(target, "db", "migrate");
        var told = Told.by(target, "restore", at("old.zip"));
        assertEquals(0, told.exit(), told.error());
        assertTrue(told.out().contains("schema version 017, and migrated it to "), told.out());
        assertEquals("1", TestDatabase.ask(target, "select count(*) from secret where name = 'kept'"));
        assertTrue(Told.by(target, "db", "info").out().contains("Nothing to do"));
        TestDatabase.execute(source, "update flyway_schema_history set version = '900' where version = '017'");
        backUp(source, "new.zip");
        refused(TestDatabase.fresh(), "schema version 900, which this program does not know", "restore", at("new.zip"));
    }

    @Test
    void whatIsDamagedOrForeignChangesNothing() throws IOException {
        var source = TestDatabase.migrated();
        backUp(source, "whole.zip");
        var target = TestDatabase.fresh();
        refused(source, "There is a file", "backup", at("whole.zip"));
        refused(target, "cannot be read", "restore", at("none.zip"));
        Files.writeString(folder.resolve("text.zip"), "I am a letter.");
        refused(target, "is not a backup", "restore", at("text.zip"));
        var whole = Files.readAllBytes(folder.resolve("whole.zip"));
        Files.write(folder.resolve("half.zip"), java.util.Arrays.copyOf(whole, whole.length / 2));
        refused(target, "is not a backup", "restore", at("half.zip"));
        flipped(target, whole);
        assertEquals(
                "0",
                TestDatabase.ask(
                        target,
                        "select count(*) from pg_class where relkind = 'r' and relnamespace = current_schema()::regnamespace"));
    }

    /** Of the bytes of a table's rows, each counts. */
    private void flipped(DatabaseAddress target, byte[] whole) throws IOException {
        var random = new Random(1);
        int secret = new String(whole, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("tables/secret.copy");
        for (int turn = 0; turn < 10; turn++) {
            var damaged = whole.clone();
            damaged[secret + "tables/secret.copy".length() + random.nextInt(60)] ^= (byte) (1 << random.nextInt(8));
            Files.write(folder.resolve("damaged.zip"), damaged);
            refused(target, "damaged", "restore", at("damaged.zip"));
        }
    }

    private void backUp(DatabaseAddress from, String file) {
        var told = Told.by(from, "backup", at(file));
        assertEquals(0, told.exit(), told.error());
        assertTrue(told.out().startsWith("Wrote "), told.out());
    }

    private void restore(DatabaseAddress into, String file) {
        var told = Told.by(into, "restore", at(file));
        assertEquals(0, told.exit(), told.error());
    }

    private String at(String file) {
        return folder.resolve(file).toString();
    }

    private static void refused(DatabaseAddress database, String line, String... arguments) {
        var told = Told.by(database, arguments);
        assertEquals(1, told.exit(), told.out());
        assertEquals(1, told.error().lines().count(), told.error());
        assertTrue(told.error().contains(line), told.error());
    }

    static String sums(DatabaseAddress database) {
        return String.valueOf(TestDatabase.ask(database, SUMS));
    }
}
