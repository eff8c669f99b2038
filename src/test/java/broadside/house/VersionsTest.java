package broadside.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No library on the class path is older than the first one without a known hole. */
class VersionsTest {
    private static final List<Least> TABLE = table();
    private static final List<Library> LIBRARIES = Stream.of(
                    System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> entry.endsWith(".jar"))
            .map(Library::of)
            .toList();

    /** A library as it lies in a Maven repository: {@code …/artifact/version/artifact-version.jar}. */
    private record Library(String artifact, String version) {
        static Library of(String jar) {
            var version = new File(jar).getAbsoluteFile().getParentFile();
            return new Library(version.getParentFile().getName(), version.getName());
        }
    }

    /** A line of the table. */
    private record Least(String artifact, String version) {
        boolean isAbout(Library library) {
            return artifact.endsWith("*")
                    ? library.artifact().startsWith(artifact.substring(0, artifact.length() - 1))
                    : library.artifact().equals(artifact);
        }
    }

    @Test
    void everyLibraryIsLookedUpAndNoneTooOld() {
        assertTrue(LIBRARIES.size() > 50, "most libraries were overlooked: " + LIBRARIES);
        assertEquals(List.of(), LIBRARIES.stream().flatMap(VersionsTest::fault).toList());
    }

    private static Stream<String> fault(Library library) {
        var least = of(library);
        if (least.isEmpty()) {
            return Stream.of(library + " is not in the table");
        }
        return isOlder(library.version(), least.get().version())
                ? Stream.of(library + " is too old: " + least.get())
                : Stream.empty();
    }

    private static Optional<Least> of(Library library) {
        return TABLE.stream().filter(line -> line.isAbout(library)).findFirst();
    }

    @Test
    void noLineIsLeftOver() {
        assertEquals(
                List.of(),
                TABLE.stream()
                        .filter(line -> LIBRARIES.stream().noneMatch(line::isAbout))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "4.1.137.Final, 4.1.138, true",
        "4.1.138.Final, 4.1.138, false",
        "4.2.0.Final,   4.1.138, false",
        "1.9,           1.10,    true",
        "1.86,          1.86,    false",
        "32.1.2-jre,    32.0.0,  false",
        "5,             5.0.1,   true",
        "20260313.1,    20260102, false",
        "9999.0-empty,  0,       false"
    })
    void comparesNumberByNumber(String version, String least, boolean older) {
        assertEquals(older, isOlder(version, least));
    }

    @Test
    void aLibraryThatNobodyLookedUpIsFound() {
        assertTrue(fault(new Library("unheard-of", "1.0")).findAny().isPresent());
        assertTrue(fault(new Library("netty-codec-http", "4.1.137.Final"))
                .findAny()
                .isPresent());
        assertFalse(fault(new Library("netty-codec-http", "4.1.140.Final"))
                .findAny()
                .isPresent());
    }

    private static boolean isOlder(String version, String least) {
        return Arrays.compare(numbers(version), numbers(least)) < 0;
    }

    /** The numbers a version begins with, without zeros at the end. */
    private static int[] numbers(String version) {
        return Arrays.stream(
                        version.replaceFirst("(\\.0+)*([.-]?[A-Za-z].*)?$", "").split("[.-]"))
                .filter(part -> part.matches("\\d+"))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    private static List<Least> table() {
        try (var lines = VersionsTest.class.getResourceAsStream("/house/minimum-versions.txt")) {
            return new String(lines.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\s+", 3))
                    .map(parts -> new Least(parts[0], parts[1]))
                    .toList();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
