package broadside.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.kit.db.DatabaseAddress;
import broadside.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The schema goes forward and back by commands. */
class DbTest {
    private static final String ROW = "insert into secret values ('kept', decode(repeat('00', 32), 'hex'))";

    private final DatabaseAddress database = TestDatabase.fresh();

    @TempDir
    Path folder;

    @Test
    void aDatabaseIsMigratedStepByStep() {
        var empty = Told.by(database, "db", "info").out();
        assertTrue(empty.contains("001      foundation") && empty.contains("are pending: broadside db migrate"), empty);
        assertTrue(Told.by(database, "db", "migrate", "--to", "2").out().matches("(?s)Applied 001 .*Applied 002 .*"));
        var half = Told.by(database, "db", "info").out();
        assertTrue(half.matches("(?s).*002 +accounts +applied.*003 +sessions +pending.*"), half);
        var plan =
                Told.by(database, "db", "migrate", "--to", "003", "--dry-run").out();
        assertTrue(plan.startsWith("-- V003__sessions.sql") && plan.contains("create table password"), plan);
        assertEquals(
                "Nothing was pending.\n",
                Told.by(database, "db", "migrate", "--to", "2").out());
        assertEquals(
                "-- Nothing is pending.\n",
                Told.by(database, "db", "migrate", "--to", "2", "--dry-run").out());
        assertEquals(
                "Nothing to undo: the database is at that version.\n",
                Told.by(database, "db", "undo", "--to", "2").out());
        refused("There is no migration 900", "db", "migrate", "--to", "900");
        refused("past 001 (foundation): broadside db undo --to 1", "db", "migrate", "--to", "1");
        assertEquals(0, Told.by(database, "db", "migrate").exit());
        var whole = Told.by(database, "db", "info").out();
        assertTrue(whole.contains("Nothing to do") && !whole.contains("pending"), whole);
    }

    @Test
    void whatIsUndoneIsNotedAndCanBeDoneAgain() {
        Told.by(database, "db", "migrate", "--to", "2");
        assertEquals("Undone 002 (accounts).\n", Told.by(database, "db", "undo").out());
        assertEquals("f", ask("select to_regclass('account') is not null"));
        assertEquals("001", ask("select string_agg(version, ' ') from flyway_schema_history"));
        assertEquals("002", ask("select string_agg(version, ' ') from schema_undo"));
        var undone = Told.by(database, "db", "info").out();
        assertTrue(undone.matches("(?s).*002 +accounts +undone +20.* as .*"), undone);
        assertEquals(0, Told.by(database, "db", "migrate", "--to", "2").exit());
        assertEquals("t", ask("select to_regclass('account') is not null"));
    }

    @Test
    void rowsAreNotLostUnasked() {
        Told.by(database, "db", "migrate", "--to", "1");
        TestDatabase.execute(database, ROW);
        refused("2 rows of secret. With --yes", "db", "undo");
        assertEquals("2", ask("select count(*) from secret"));
        assertEquals(
                "Undone 001 (foundation).\n",
                Told.by(database, "db", "undo", "--to", "0", "--yes").out());
        refused("nothing to undo", "db", "undo");
    }

    @Test
    void everythingCanBeUndoneAndDoneAgain() {
        Told.by(database, "db", "migrate");
        var back = Told.by(database, "db", "undo", "--to", "0", "--yes");
        assertEquals(0, back.exit(), back.error());
        assertEquals("0", ask("""
                select count(*) from pg_class where relkind = 'r' and relnamespace = current_schema()::regnamespace
                  and relname not in ('flyway_schema_history', 'schema_undo')"""));
        var again = Told.by(database, "db", "migrate", "--to", "7");
        assertEquals(0, again.exit(), again.error());
    }

    @Test
    void aDatabaseWithoutItsHistoryIsAdopted() {
        Told.by(database, "db", "migrate", "--to", "4");
        TestDatabase.execute(database, "drop table flyway_schema_history; alter table account rename bio to biography");
        refused("has tables but no history", "db", "migrate");
        refused("no history: broadside db adopt takes it over", "db", "check");
        var differs = Told.by(database, "db", "adopt", "--at", "4");
        assertEquals(1, differs.exit(), differs.error());
        assertTrue(
                differs.out().contains("column account.bio: is missing")
                        && differs.out().contains("Nothing was changed"),
                differs.out());
        TestDatabase.execute(database, "alter table account rename biography to bio");
        var adopted = Told.by(database, "db", "adopt", "--at", "4");
        assertEquals(0, adopted.exit(), adopted.error());
        assertTrue(adopted.out().startsWith("The database is at 004 (posts): its history is written."), adopted.out());
        assertEquals("Undone 004 (posts).\n", Told.by(database, "db", "undo").out());
        assertEquals(0, Told.by(database, "db", "migrate", "--to", "4").exit());
    }

    @Test
    void aNewPairTakesTheNextNumberAndWritesOverNothing() throws IOException {
        Files.writeString(folder.resolve("V007__old.sql"), "");
        var told = Told.by(database, "db", "new", "account_nickname2", "--folder", folder.toString());
        assertEquals(0, told.exit(), told.error());
        for (var file : new String[] {"V008__account_nickname2.sql", "U008__account_nickname2.sql"}) {
            assertTrue(Files.readString(folder.resolve(file)).contains("set local lock_timeout = '5s';"), file);
        }
        assertTrue(Told.by(database, "db", "new", "account_nickname", "--folder", folder.toString())
                .out()
                .contains("V009__"));
        refused("cannot be called ../x", "db", "new", "../x", "--folder", folder.toString());
        refused("cannot be called ../x", "db", "diff", "../x", "--folder", folder.toString());
        refused("no migration V077__x.sql", "db", "lint", "V077__x.sql", "--folder", folder.toString());
        refused(
                "no folder",
                "db",
                "new",
                "x",
                "--folder",
                folder.resolve("none").toString());
    }

    private void refused(String line, String... arguments) {
        var told = Told.by(database, arguments);
        assertEquals(1, told.exit(), told.out());
        assertEquals(1, told.error().lines().count(), told.error());
        assertTrue(told.error().contains(line), told.error());
    }

    private String ask(String question) {
        return String.valueOf(TestDatabase.ask(database, question));
    }
}
