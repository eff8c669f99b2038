package broadside.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.kit.db.DatabaseAddress;
import broadside.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A command that needs no object-relational mapper does not load one, which would take seconds; as the JVM itself tells. */
@Tag("any-server")
class NoOrmTest {
    private static final DatabaseAddress DATABASE = TestDatabase.fresh();
    private static final Pattern ORM = Pattern.compile("(?m)^.*\\borg\\.hibernate\\.\\S+");

    @TempDir
    private Path folder;

    @BeforeAll
    static void migrate() {
        Told.by(DATABASE, "db", "migrate");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "config",
                "generate-completion",
                "db info",
                "db migrate",
                "db new something",
                "user list",
                "backup all.zip"
            })
    void isNotLoadedWhereItIsOfNoUse(String command) throws IOException {
        assertEquals(List.of(), orm(0, command), command);
    }

    @Test
    void norForAQuestionToWhoeverServes() throws IOException {
        assertEquals(List.of(), orm(1, "health"));
    }

    /** So that the others prove something. */
    @Test
    void isSeenWhereItIsNeeded() throws IOException {
        assertFalse(orm(1, "user suspend nobody").isEmpty());
    }

    private List<String> orm(int exit, String command) throws IOException {
        var log = folder.resolve("classes");
        var settings = Map.of("DATABASE_URL", TestDatabase.url(DATABASE), "BROADSIDE_MANAGEMENT_PORT", "1");
        var arguments = command.replace("all.zip", folder.resolve("all.zip").toString())
                .replace("something", "something --folder " + folder)
                .split(" ");
        var told = Child.run(settings, List.of("-Xlog:class+load:file=" + log), "", arguments);
        assertEquals(exit, told.exit(), told.error());
        var loaded = Files.readString(log);
        assertTrue(loaded.contains("broadside.cli.Broadside "), "the log is one");
        return ORM.matcher(loaded)
                .results()
                .map(found -> found.group())
                .limit(3)
                .toList();
    }
}
