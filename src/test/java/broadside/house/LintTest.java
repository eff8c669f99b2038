package broadside.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.app.Rooms;
import broadside.app.lint.Lint;
import broadside.app.lint.MigrationFiles;
import broadside.app.lint.Program;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No migration takes a service down that runs. */
class LintTest {
    @Test
    void noMigrationIsRefused() throws Exception {
        var files = new MigrationFiles(Path.of("sql"));
        assertTrue(files.migrations().size() >= 4);
        assertEquals(
                List.of(),
                new Lint(files.migrations(), Program.running(Rooms.entities()), files.released()).findings());
    }
}
