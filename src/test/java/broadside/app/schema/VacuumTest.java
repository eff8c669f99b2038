package broadside.app.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.app.embedded.EmbeddedDatabase;
import broadside.kit.problem.StartupFailure;
import broadside.testing.DataFolder;
import broadside.testing.Eventually;
import broadside.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Autovacuum at a table that a migration changes: a real one, on a server of its own on which it comes every second, and so slow
 * that it would take minutes.
 */
@Tag("own-server")
class VacuumTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String SHELF = """
            set local lock_timeout = '5s';
            create table shelf (id bigint primary key, title text not null)
              with (autovacuum_vacuum_cost_delay = 100, autovacuum_vacuum_cost_limit = 1, fillfactor = 100);
            insert into shelf select n, repeat('x', 500) from generate_series(1, 20000) n;
            delete from shelf where id % 2 = 0;""";
    private static final String PAGES = "set local lock_timeout = '150ms'; alter table shelf add column pages integer;";
    /** A number for each of as many subtransactions; a table this old is vacuumed even where autovacuum is switched off. */
    private static final String AGES = """
            alter table shelf set (autovacuum_enabled = false, autovacuum_freeze_max_age = 100000);
            create table moment (id bigint);
            do $$ begin
              for n in 1..100100 loop
                begin insert into moment values (n); exception when unique_violation then null; end;
              end loop;
            end $$""";

    private static final String VACUUMED = """
            select count(*) from pg_locks where relation = 'shelf'::regclass and mode = 'ShareUpdateExclusiveLock' and granted""";

    private final DataFolder folder = DataFolder.create();
    private final EmbeddedDatabase server = EmbeddedDatabase.open(folder.path(), EmbeddedDatabase.Use.SERVE);

    @TempDir
    Path scripts;

    @BeforeEach
    void setUp() throws IOException {
        var superuser = folder.superuser(server.address());
        TestDatabase.execute(superuser, "alter system set autovacuum_naptime = '1s'");
        TestDatabase.execute(superuser, "select pg_reload_conf()");
        write("V001__shelf.sql", SHELF);
        migrate(Attempts.PATIENCE);
        write("V002__pages.sql", PAGES);
    }

    @AfterEach
    void close() {
        server.close();
        folder.close();
    }

    @Test
    void itGivesWay() {
        awaitVacuum();
        migrate(Attempts.PATIENCE);
        assertEquals("pages", ask("select attname from pg_attribute where attname = 'pages'"));
    }

    @Test
    void oneThatDoesNotGiveWayIsNamed() {
        TestDatabase.execute(server.address(), AGES);
        awaitVacuum();
        var failure = assertThrows(StartupFailure.class, () -> migrate(Duration.ofSeconds(12)));
        var told = String.valueOf(failure.getMessage());
        assertTrue(
                told.matches("Migration V002__pages.sql was given up in line 1, .* stays as it was before it. "
                        + "shelf is held by autovacuum \\(process \\d+\\), .* wraparound .* start again."),
                told);
    }

    private void awaitVacuum() {
        Eventually.holds(SOON, "autovacuum is at it", () -> "1".equals(ask(VACUUMED)));
    }

    private void migrate(Duration patience) {
        new Migrations(server.address(), Scripts.in(scripts), patience).toNewest(() -> false);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(scripts.resolve(name), text);
    }

    private String ask(String question) {
        return String.valueOf(TestDatabase.ask(server.address(), question));
    }
}
