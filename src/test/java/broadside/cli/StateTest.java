package broadside.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.kit.db.DatabaseAddress;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands and the state they find a database in. */
class StateTest {
    private static final String USER = "user create susan --email susan@example.com";
    private static final String VERSION = "select max(version) from flyway_schema_history";

    private final DatabaseAddress database = TestDatabase.fresh();

    /** The schema is changed by who asks for that, and by serving. */
    @ParameterizedTest
    @ValueSource(strings = {USER, "user promote susan", "db shell"})
    void noCommandMigratesUnasked(String command) {
        refused("migrations are pending: broadside db migrate applies them.", command);
        assertEquals("0", ask("select count(*) from pg_tables where schemaname = current_schema()"));
        by("db migrate");
        by("db undo --yes");
        var version = ask(VERSION);
        refused("1 migration is pending: broadside db migrate applies it.", command);
        assertEquals(version, ask(VERSION));
    }

    @Test
    void aDatabaseOfANewerProgramIsLeftAlone() {
        by("db migrate");
        TestDatabase.execute(
                database,
                "insert into flyway_schema_history select 900, '900', 'more', type, 'V900__more.sql', 0,"
                        + " installed_by, now(), 0, true from flyway_schema_history where version = '001'");
        refused("newer than this program (900 (more)): use the newer program.", USER);
    }

    @Test
    void whatNodesNeedIsNotUndoneUnasked() {
        try (var server = Server.start(database, Map.of())) {
            var newest = ask(VERSION);
            refused("Broadside works with this database now", "db undo");
            refused("from 127.0.0.1): stop the nodes that need what goes", "db undo --yes");
            assertEquals(newest, ask(VERSION));
            var undone = by("db undo --yes --while-serving");
            assertTrue(undone.out().startsWith("Undone " + newest), undone.error());
        }
        assertEquals(0, by("db undo --yes").exit());
    }

    private void refused(String line, String command) {
        var told = by(command);
        assertEquals(1, told.exit(), told.out());
        assertEquals(1, told.error().lines().count(), told.error());
        assertTrue(told.error().contains(line), told.error());
    }

    private Told by(String command) {
        return Told.by(database, List.of(command.split(" ")).toArray(String[]::new));
    }

    private String ask(String question) {
        return String.valueOf(TestDatabase.ask(database, question));
    }
}
