package broadside.app.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.kit.db.DatabaseAddress;
import broadside.kit.problem.StartupFailure;
import broadside.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be done is told with its place, and leaves what was good; what was half done is mended. */
class FailureTest {
    private static final String VALID = "select indisvalid from pg_index where indexrelid = to_regclass('shelf_title')";
    private static final String HISTORY =
            "select string_agg(version || ' ' || success, ', ' order by installed_rank) from flyway_schema_history";

    private final DatabaseAddress database = TestDatabase.fresh();

    @TempDir
    Path scripts;

    @BeforeEach
    void write() throws IOException {
        write("V001__shelf.sql", """
                create table shelf (id bigint primary key, title text not null);
                insert into shelf values (1, 'Dune'), (2, 'Dune');""");
        write("U001__shelf.sql", "drop table shelf;");
    }

    @Test
    void aMigrationThatFailsTellsWhereAndLeavesTheLastGoodVersion() throws IOException {
        write("V002__more.sql", """
                -- Two good statements, and one that is not.
                alter table shelf add column pages integer;
                update shelf set pages = 1;

                update shelf
                set
                  colour = 'red';
                """);
        write("V003__never.sql", "drop table shelf;");
        refused(
                this::migrate,
                "Migration V002__more.sql failed in line 7 (column \"colour\" of relation \"shelf\" does not exist)");
        assertEquals("001 true", ask(HISTORY));
        assertNull(TestDatabase.ask(database, "select attname from pg_attribute where attname = 'pages'"));
        assertEquals("2", ask("select count(*) from shelf"));
        write("V002__more.sql", "alter table shelf add column pages integer;");
        write("V003__never.sql", "alter table shelf add column colour text;");
        migrate();
        assertEquals("001 true, 002 true, 003 true", ask(HISTORY));
    }

    @Test
    void anIndexThatCouldNotBeBuiltIsBuiltAgainByTheNextRun() throws IOException {
        writeIndex();
        refused(this::migrate, "V002__titles.sql failed in line 2 (could not create unique index \"shelf_title\")");
        assertEquals("f", ask(VALID));
        TestDatabase.execute(database, "delete from shelf where id = 2");
        migrate();
        assertEquals("t", ask(VALID));
        assertEquals("001 true, 002 true", ask(HISTORY));
    }

    @Test
    void anIndexThatBecameUselessLaterIsBuiltAgainToo() throws IOException {
        writeIndex();
        new Migrations(database, Scripts.in(scripts)).to("1", () -> false);
        TestDatabase.execute(database, "delete from shelf where id = 2");
        migrate();
        TestDatabase.execute(database, """
                drop index shelf_title; insert into shelf values (2, 'Dune')""");
        invalid("create unique index concurrently shelf_title on shelf (title)");
        invalid("create unique index concurrently somebodys on shelf (title)");
        TestDatabase.execute(database, "delete from shelf where id = 2");
        migrate();
        assertEquals("t", ask(VALID));
        assertEquals("f", ask("select indisvalid from pg_index where indexrelid = 'somebodys'::regclass"));
    }

    @Test
    void whatHasNoScriptCannotBeUndone() throws IOException {
        write("V002__more.sql", "alter table shelf add column pages integer;");
        write("V003__yet_more.sql", "alter table shelf add column colour text;");
        write("U003__yet_more.sql", "alter table shelf drop column colour;");
        migrate();
        refused(() -> undo("1"), "Migration 002 (more) cannot be undone: there is no script U002__more.sql");
        assertEquals("001 true, 002 true, 003 true", ask(HISTORY));
        undo(null);
        assertEquals("001 true, 002 true", ask(HISTORY));
    }

    @Test
    void anUndoThatFailsTellsWhereAndChangesNothing() throws IOException {
        write("V002__more.sql", "alter table shelf add column pages integer;");
        write("U002__more.sql", """
                alter table shelf drop column pages;
                alter table shelf drop column colour;""");
        migrate();
        refused(() -> undo(null), "U002__more.sql failed in line 2 (column \"colour\" of relation \"shelf\"");
        assertEquals("001 true, 002 true", ask(HISTORY));
        assertEquals("pages", ask("select attname from pg_attribute where attname = 'pages'"));
    }

    private void writeIndex() throws IOException {
        write("V002__titles.sql", """
                -- Nobody has two of the same.
                create unique index concurrently shelf_title on shelf (title);""");
        write("V002__titles.sql.conf", "executeInTransaction=false");
    }

    /** Leaves an index as a build leaves it that failed. */
    private void invalid(String index) {
        assertThrows(IllegalStateException.class, () -> TestDatabase.execute(database, index));
    }

    private void migrate() {
        new Migrations(database, Scripts.in(scripts)).toNewest(() -> false);
    }

    private void undo(@Nullable String to) {
        new Undo(database, Scripts.in(scripts)).run(to, new Agreed(true, false), step -> {});
    }

    private static void refused(Executable attempt, String line) {
        var told = String.valueOf(assertThrows(StartupFailure.class, attempt).getMessage());
        assertTrue(told.contains(line), told);
        assertEquals(1, told.lines().count(), told);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(scripts.resolve(name), text);
    }

    private String ask(String question) {
        return String.valueOf(TestDatabase.ask(database, question));
    }
}
