package broadside.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What the command line says without a database. */
@Tag("any-server")
class HelpTest {
    /** Every command there is, from the first word on. */
    static Stream<String> commands() {
        return commands(Broadside.line(Map.of()), "");
    }

    private static Stream<String> commands(CommandLine line, String path) {
        return Stream.concat(
                Stream.of(path),
                line.getSubcommands().entrySet().stream()
                        .flatMap(one -> commands(one.getValue(), (path + " " + one.getKey()).strip())));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandTellsHowItIsUsed(String command) {
        var told = told(command + " --help");
        assertEquals(0, told.exit(), told.error());
        assertEquals("", told.error());
        assertTrue(told.out().startsWith(("Usage: broadside " + command).strip()), told.out());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandTellsTheVersion(String command) {
        var told = told(command + " --version");
        assertEquals(0, told.exit(), told.error());
        assertTrue(told.out().startsWith("Broadside "), told.out());
    }

    /** Exit code 2, and one line that leads on. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "user",
                "db",
                "import",
                "user nonsense",
                "user list nonsense",
                "--nonsense",
                "db undo --to"
            })
    void aWrongCommandLineIsOneLine(String wrong) {
        var told = told(wrong);
        assertEquals(2, told.exit(), told.out());
        assertEquals("", told.out());
        assertTrue(told.error().matches("broadside: [^\\n]+\\. See broadside[a-z ]* --help\n"), told.error());
    }

    /** Each command stands in the README: those of the schema in a table of their own. */
    @Test
    void theReadmeKnowsThemAll() throws IOException {
        var readme = Files.readString(Path.of("README.md"));
        var rows = readme.lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|")[1])
                .toList();
        var leaves = commands()
                .filter(command -> commands().noneMatch(other -> other.startsWith(command + " ")))
                .toList();
        assertTrue(leaves.containsAll(List.of("serve", "config", "user list", "db migrate")), leaves.toString());
        assertEquals(
                List.of(),
                leaves.stream().filter(command -> !isToldOf(command, rows)).toList());
    }

    private static boolean isToldOf(String command, List<String> rows) {
        var name = "`" + command.replaceFirst("^db ", "");
        return rows.stream().anyMatch(row -> row.contains(name + "`") || row.contains(name + " "));
    }

    private static Told told(String line) {
        return Told.with(Map.of(), line.strip().split(" "));
    }
}
