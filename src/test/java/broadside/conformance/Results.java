package broadside.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What became of each test when it last ran: a file for each, since several JVMs run tests at once. */
final class Results {
    static final Path FOLDER = Path.of("target/conformance");

    private static final String PASSED = "passed";

    private Results() {}

    static void keep(Method test, boolean passed) {
        try {
            Files.createDirectories(file(test).getParent());
            Files.writeString(file(test), passed ? PASSED : "failed");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Those tests among the checks of all lines that passed. */
    static Set<Method> passed(Map<String, List<Method>> checks) {
        return checks.values().stream()
                .flatMap(Collection::stream)
                .filter(Results::hasPassed)
                .collect(Collectors.toSet());
    }

    private static boolean hasPassed(Method test) {
        try {
            return Files.exists(file(test)) && Files.readString(file(test)).equals(PASSED);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path file(Method test) {
        return FOLDER.resolve(test.getDeclaringClass().getName()).resolve(test.getName());
    }
}
