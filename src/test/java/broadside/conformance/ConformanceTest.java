package broadside.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every line of every dialect's contract is checked by a test that names it, and the README in the dialect's room says so. With
 * {@code -Dbroadside.test.readme=write} the table in the README is written anew.
 */
class ConformanceTest {
    private static final String BEGIN = "<!-- conformance -->\n";
    private static final String END = "<!-- end of conformance -->";

    static List<String> dialects() {
        return Lines.all().stream().map(Lines::dialect).toList();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("dialects")
    void everyLineIsCheckedAndEveryCheckNamesALine(String dialect) {
        var lines = new TreeSet<>(Lines.of(dialect).sentences().keySet());
        assertEquals(lines, new TreeSet<>(Checks.of(dialect).keySet()));
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("dialects")
    void theTableInTheReadmeIsTrue(String dialect) throws IOException {
        var readme = Path.of("src/main/java/broadside/dialect", dialect, "README.md");
        var text = Files.readString(readme);
        var table = allPassed(dialect);
        if (System.getProperty("broadside.test.readme", "").equals("write")) {
            var written = Matcher.quoteReplacement(BEGIN + table + END);
            Files.writeString(readme, text.replaceFirst("(?s)" + BEGIN + ".*?" + END, written));
        } else {
            assertTrue(text.contains(BEGIN + table + END), "The table is to be:\n" + table);
        }
    }

    /** What it says once the build is green. */
    private static String allPassed(String dialect) {
        var checks = Checks.of(dialect);
        var passed = checks.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        return Table.of(Lines.of(dialect), checks, Set.copyOf(passed));
    }
}
