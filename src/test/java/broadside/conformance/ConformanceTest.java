package broadside.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every line of every dialect's contract is checked by a test that names it, and the tables in the READMEs say so. */
@Tag("any-server")
class ConformanceTest {
    static List<Lines> dialects() {
        return Lines.all();
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void everyLineIsCheckedAndEveryCheckNamesALine(Lines lines) {
        assertEquals(
                new TreeSet<>(lines.sentences().keySet()),
                new TreeSet<>(Checks.of(lines.dialect()).keySet()));
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void theTableInItsReadmeIsTrue(Lines lines) {
        assertSays(allPassed(lines).whole(), Published.of(lines.dialect()));
    }

    @Test
    void theShortTableIsTrue() {
        var tables = dialects().stream().map(ConformanceTest::allPassed).toList();
        assertSays(Published.shortened(tables), Published.SHORT);
    }

    private static void assertSays(String table, Published place) {
        assertTrue(place.says(table), () -> "The table in " + place.readme() + " is to be:\n" + table);
    }

    /** What it says once the build is green. */
    private static Table allPassed(Lines lines) {
        var checks = Checks.of(lines.dialect());
        return new Table(
                lines,
                checks,
                checks.values().stream().flatMap(Collection::stream).collect(Collectors.toSet()));
    }
}
