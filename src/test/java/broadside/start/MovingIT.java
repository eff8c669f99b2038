package broadside.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.kit.db.DatabaseAddress;
import broadside.testing.DataFolder;
import broadside.testing.InstalledPostgresql;
import broadside.testing.Known;
import broadside.testing.Program;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program takes a blog from the embedded database to a server of one's own and back; nobody has to log in again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MovingIT {
    @TempDir
    static Path temporary;

    private DataFolder home;
    private Known known;

    /** The backup is made while the program serves. */
    @BeforeAll
    void startAtHome() {
        home = DataFolder.create();
        var settings = Program.settings(home.path());
        try (var program = Program.serve(settings)) {
            known = Known.at(program.client());
            run(settings, "Wrote ", "backup", at("home.zip"));
            end(program);
        }
    }

    @AfterAll
    void leave() {
        home.close();
    }

    @Test
    void toPostgresql18AndBack() {
        var there = TestDatabase.plain();
        assertTrue(!TestDatabase.isEmbedded() || version(there).startsWith("18"), version(there));
        moveThereAndBack(there, "18.zip");
    }

    @Test
    @EnabledIf(
            value = "broadside.testing.InstalledPostgresql#installedOrStrict",
            disabledReason = "PostgreSQL 15 is not installed on this machine")
    void toPostgresql15AndBack() {
        try (var server = InstalledPostgresql.start()) {
            assertTrue(version(server.address()).startsWith("15"));
            moveThereAndBack(server.address(), "15.zip");
        }
    }

    private static String version(DatabaseAddress at) {
        return String.valueOf(TestDatabase.ask(at, "show server_version"));
    }

    private void moveThereAndBack(DatabaseAddress there, String file) {
        var settings = Program.settings(temporary, "DATABASE_URL", TestDatabase.url(there));
        run(settings, "Restored ", "restore", at("home.zip"));
        var later = servesWhatIsKnown(settings);
        run(settings, "Wrote ", "backup", at(file));
        try (var folder = DataFolder.create()) {
            var back = Program.settings(folder.path());
            run(back, "Restored ", "restore", at(file));
            assertTrue(servesWhatIsKnown(back) > later, "ids go on where they were");
        }
    }

    /** The id of what was written there at last. */
    private long servesWhatIsKnown(Map<String, String> settings) {
        try (var program = Program.serve(settings)) {
            known.holdsAt(program.client());
            var note = new JsonObject().put("body", "Written elsewhere");
            var written = program.client().with(known.token()).post("/v1/posts", note);
            long id = Long.parseLong(written.expect(201).json().getString("id"));
            assertTrue(id > known.newest());
            end(program);
            return id;
        }
    }

    private static void end(Program program) {
        program.signal("TERM");
        assertEquals(0, program.exit(), program.errors());
        assertEquals("", program.errors());
    }

    private static void run(Map<String, String> settings, String told, String... arguments) {
        try (var program = Program.run(settings, arguments)) {
            assertEquals(0, program.exit(), program.errors());
            assertEquals("", program.errors());
            assertTrue(program.output().startsWith(told), program.output());
        }
    }

    private String at(String file) {
        return temporary.resolve(file).toString();
    }
}
