package broadside.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The README's table of settings is the program's. With {@code -Dbroadside.test.readme=write} it becomes so. */
@Tag("any-server")
class SettingsTableTest {
    private static final Path README = Path.of("README.md");
    private static final Pattern TABLE =
            Pattern.compile("(?<=<!-- settings -->\n).*?(?=<!-- settings end -->)", Pattern.DOTALL);

    @Test
    void theReadmeHasTheTableOfTheProgram() throws IOException {
        var readme = Files.readString(README);
        var found = TABLE.matcher(readme);
        assertTrue(found.find(), "the README has no table of settings");
        if (System.getProperty("broadside.test.readme", "").equals("write")) {
            Files.writeString(README, found.replaceFirst(Matcher.quoteReplacement(SettingsTable.markdown())));
        }
        assertEquals(SettingsTable.markdown(), found.group());
    }

    @Test
    void everySettingHasARow() {
        for (var setting : Setting.values()) {
            assertTrue(SettingsTable.markdown().contains("\n| `" + setting.variable() + "` | "), setting.variable());
        }
    }
}
