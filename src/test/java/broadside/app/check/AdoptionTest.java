package broadside.app.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.app.Rooms;
import broadside.app.schema.Agreed;
import broadside.app.schema.Jdbc;
import broadside.app.schema.Migrations;
import broadside.app.schema.Scripts;
import broadside.app.schema.Undo;
import broadside.kit.db.DatabaseAddress;
import broadside.kit.problem.StartupFailure;
import broadside.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A database that lost its history gets it back when it is just like one that has it; else it stays as it is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdoptionTest {
    private static final Scripts SCRIPTS = Scripts.packed();
    private static final String HISTORY = """
            select string_agg(concat_ws(' ', installed_rank, version, description, type, script, checksum, success), e'\\n'
              order by installed_rank) from flyway_schema_history""";
    private static final String SHAPE = """
            select string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull || ' '
              || coalesce(pg_get_expr(d.adbin, d.adrelid), ''), ', ' order by a.attnum)
              || (select string_agg(pg_get_indexdef(i.indexrelid), ', ' order by i.indexrelid) from pg_index i
                where i.indrelid = 'flyway_schema_history'::regclass)
            from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
            where a.attrelid = 'flyway_schema_history'::regclass and a.attnum > 0 and not a.attisdropped""";

    private final DatabaseAddress older = TestDatabase.fresh();
    private final DatabaseAddress newest = TestDatabase.migrated();

    @BeforeAll
    void migrate() {
        new Migrations(older, SCRIPTS).to("5", () -> false);
    }

    @Test
    void aCopyWithoutItsHistoryIsTakenOver() {
        var copy = without(newest, "drop table flyway_schema_history");
        assertThrows(StartupFailure.class, () -> Migrations.run(copy));
        var outcome = adopt(copy, null);
        assertTrue(outcome.isAdopted(), () -> outcome.differences().toString());
        assertEquals(ask(newest, HISTORY), ask(copy, HISTORY));
        assertEquals(ask(newest, SHAPE), ask(copy, SHAPE));
        assertTrue(check(copy).all().isEmpty());
        assertEquals(0, new Migrations(copy, SCRIPTS).toNewest(() -> false).size());
        new Undo(copy, SCRIPTS).run(null, new Agreed(true, false), step -> {});
        assertEquals(1, new Migrations(copy, SCRIPTS).toNewest(() -> false).size());
        refused("the history of the database is complete", copy, null);
    }

    @Test
    void anOlderDatabaseGoesOnFromWhereItIs() {
        var copy = without(older, "drop table flyway_schema_history");
        assertEquals("005", adopt(copy, null).version().version());
        assertEquals(ask(older, HISTORY), ask(copy, HISTORY));
        refused("the history is complete up to 005", copy, null);
        new Migrations(copy, SCRIPTS).toNewest(() -> false);
        assertTrue(check(copy).all().isEmpty());
        assertEquals(ask(newest, HISTORY), ask(copy, HISTORY));
    }

    @Test
    void whatIsKnownOfTheHistoryIsKept() {
        var copy = without(newest, """
                update flyway_schema_history set installed_by = 'susan', installed_on = '2026-01-02 03:04:05';
                delete from flyway_schema_history where version in ('002', '003')""");
        var skipped = assertThrows(StartupFailure.class, () -> Migrations.run(copy));
        assertTrue(String.valueOf(skipped.getMessage()).contains("broadside db adopt"), skipped.getMessage());
        assertTrue(adopt(copy, ask(newest, "select max(version) from flyway_schema_history"))
                .isAdopted());
        assertEquals(ask(newest, HISTORY), ask(copy, HISTORY));
        assertEquals("2", ask(copy, "select count(*) from flyway_schema_history where installed_by <> 'susan'"));
        assertEquals(
                "2026-01-02 03:04:05",
                ask(copy, "select installed_on from flyway_schema_history where version = '001'"));
    }

    @Test
    void aHistoryOfNothingIsFilled() {
        var copy = without(older, "delete from flyway_schema_history");
        var failure = assertThrows(StartupFailure.class, () -> Migrations.run(copy));
        assertTrue(String.valueOf(failure.getMessage()).contains("broadside db adopt"), failure.getMessage());
        assertTrue(adopt(copy, "5").isAdopted());
        assertEquals(ask(older, HISTORY), ask(copy, HISTORY));
    }

    @Test
    void whateverDiffersIsToldAndNothingIsDone() {
        var copy = without(older, "drop table flyway_schema_history; alter table account drop column bio");
        var found = adopt(copy, null);
        assertFalse(found.isAdopted());
        assertEquals("005", found.version().version());
        assertTrue(
                found.differences().stream()
                        .anyMatch(one -> one.toString().startsWith("column account.bio: is missing")),
                () -> found.differences().toString());
        assertEquals("f", ask(copy, "select to_regclass('flyway_schema_history') is not null"));
        var whole = without(older, "drop table flyway_schema_history");
        assertTrue(adopt(whole, "004").differences().stream()
                .anyMatch(one -> one.toString().startsWith("table follow: should not be there")));
        assertEquals("f", ask(whole, "select to_regclass('flyway_schema_history') is not null"));
        refused("There is no migration 900", whole, "900");
    }

    @Test
    void whatCannotBeTakenOverIsRefused() {
        refused("is empty: broadside db migrate", TestDatabase.fresh(), null);
        refused("the history of the database is complete", newest, "3");
        refused("the history is complete up to 005", older, "5");
        refused(
                "not ours (cellar)",
                without(older, "drop table flyway_schema_history; create table cellar (wine text)"),
                null);
        refused(
                "does not know migration 900",
                without(older, "update flyway_schema_history set version = '900' where version = '005'"),
                null);
    }

    @Test
    void nobodyElseMayChangeTheSchemaMeanwhile() throws Exception {
        var copy = without(older, "drop table flyway_schema_history");
        try (var other = Jdbc.connect(copy);
                var statement = other.createStatement()) {
            statement.execute("select pg_advisory_lock(7093854827149748580)");
            refused("Another program changes the schema", copy, null);
        }
    }

    private static DatabaseAddress without(DatabaseAddress database, String sql) {
        var copy = TestDatabase.copy(database);
        TestDatabase.execute(copy, sql);
        return copy;
    }

    private static Adoption.Outcome adopt(DatabaseAddress database, @Nullable String at) {
        return new Adoption(SCRIPTS, SharedScratch::new).of(database, at);
    }

    private static void refused(String line, DatabaseAddress database, @Nullable String at) {
        var failure = assertThrows(StartupFailure.class, () -> adopt(database, at));
        assertTrue(String.valueOf(failure.getMessage()).contains(line), failure.getMessage());
        assertEquals(1, String.valueOf(failure.getMessage()).lines().count());
    }

    private static SchemaCheck.Report check(DatabaseAddress database) {
        return new SchemaCheck(Rooms.entities(), SCRIPTS, SharedScratch::new).of(database);
    }

    private static @Nullable String ask(DatabaseAddress database, String question) {
        return TestDatabase.ask(database, question);
    }
}
