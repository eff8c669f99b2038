package broadside.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line says without a database. */
@Tag("any-server")
class HelpTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "serve",
                "backup",
                "restore",
                "user",
                "user create",
                "user list",
                "user suspend",
                "user restore",
                "user reset-password",
                "import microblog",
                "db migrate",
                "health"
            })
    void everyCommandTellsHowItIsUsed(String command) {
        var told = Told.with(Map.of(), (command + " --help").strip().split(" "));
        assertEquals(0, told.exit(), told.error());
        assertTrue(told.out().startsWith(("Usage: broadside " + command).strip()), told.out());
    }

    @Test
    void shellsCompleteCommandsAndOptions() {
        var script = Told.with(Map.of(), "generate-completion");
        assertEquals(0, script.exit(), script.error());
        assertTrue(script.out().contains("restore") && script.out().contains("--replace"), script.out());
    }
}
