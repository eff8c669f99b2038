package broadside.house;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Server;
import broadside.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every table and every migration. */
class SchemaTest {
    private static final Path MIGRATIONS = Path.of("sql");

    @Test
    void everyTableHasAPrimaryKey() {
        assertNone("""
                select c.relname from pg_class c
                where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
                  and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'p')""");
    }

    /** Or else deleting what is pointed at walks the whole table. */
    @Test
    void everyForeignKeyHasAnIndex() {
        assertNone("""
                select k.conrelid::regclass || ' ' || k.conname from pg_constraint k
                where k.contype = 'f' and not exists (
                  select from pg_index i
                  where i.indrelid = k.conrelid and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey
                    and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) ~ '^[(][a-z_]+ IS NOT NULL[)]$'))""");
    }

    /** The rest is made by the program out of text that is bounded, or copied from a column that is. */
    @Test
    void everyTextFromOutsideIsBounded() {
        assertNone("""
                select c.relname || '.' || a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
                where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'flyway_schema_history'
                  and a.attnum > 0 and not a.attisdropped and a.atttypid in ('text'::regtype, 'text[]'::regtype, 'varchar'::regtype)
                  and not exists (
                    select from pg_constraint k
                    where k.conrelid = c.oid and k.contype = 'c' and k.conkey @> array[a.attnum]
                      and pg_get_constraintdef(k.oid) ~ 'char_length|ANY|cardinality')
                  and c.relname || '.' || a.attname not in (
                    'account.username_key', 'account.email_key', 'account.bio_html', 'account_name.name_key',
                    'mail.failure', 'post.html', 'post.excerpt', 'secret.name')
                  and c.relname <> 'post_revision'""");
    }

    private static void assertNone(String query) {
        var found = TestDatabase.ask(
                Server.shared().database(), "select string_agg(fault, ', ') from (" + query + ") as faults (fault)");
        assertEquals(null, found);
    }

    @Test
    void everyMigrationIsNamedAndNumberedInARow() throws IOException {
        var names = new TreeSet<>(names('V'));
        assertTrue(names.stream().allMatch(name -> name.matches("V\\d{3}__[a-z][a-z_]*[.]sql")), names.toString());
        var numbers = names.stream()
                .map(name -> Integer.parseInt(name.substring(1, 4)))
                .toList();
        assertEquals(Stream.iterate(1, number -> number + 1).limit(names.size()).toList(), numbers);
    }

    @Test
    void everyMigrationHasAScriptThatTakesItBack() throws IOException {
        var undone = names('V').stream()
                .map(name -> "U" + name.substring(1))
                .sorted()
                .toList();
        assertEquals(undone, names('U').stream().sorted().toList());
    }

    /** A migration that waits for a lock holds up everybody who comes after it. */
    @Test
    void noMigrationWaitsLongForALock() throws IOException {
        for (var name : names()) {
            assertTrue(Files.readString(MIGRATIONS.resolve(name)).contains("lock_timeout"), name);
        }
    }

    @Test
    void everyMigrationIsPacked() throws IOException {
        for (var name : names()) {
            try (var packed = SchemaTest.class.getResourceAsStream("/sql/" + name)) {
                assertNotNull(packed, name);
                assertArrayEquals(Files.readAllBytes(MIGRATIONS.resolve(name)), packed.readAllBytes(), name);
            }
        }
    }

    private static List<String> names() throws IOException {
        try (var files = Files.list(MIGRATIONS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".sql"))
                    .toList();
        }
    }

    private static List<String> names(char kind) throws IOException {
        return names().stream().filter(name -> name.charAt(0) == kind).toList();
    }
}
