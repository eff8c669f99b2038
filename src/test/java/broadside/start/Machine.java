package broadside.start;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** What tests find on this machine; where it is not there they are skipped. */
final class Machine {
    private static final Path JAVAS = Path.of("/usr/lib/jvm");

    private Machine() {}

    /** A JDK 25: of the property {@code broadside.test.java25}, or one of the usual place. */
    static Path java25() throws IOException {
        var named = System.getProperty("broadside.test.java25", "");
        return needed("a JDK 25", named.isBlank() ? installed("25") : Optional.of(Path.of(named)));
    }

    private static Optional<Path> installed(String version) throws IOException {
        if (!Files.isDirectory(JAVAS)) {
            return Optional.empty();
        }
        try (Stream<Path> all = Files.list(JAVAS)) {
            return all.filter(home -> home.getFileName().toString().contains("-" + version + "-"))
                    .filter(home -> Files.isExecutable(home.resolve("bin/java")))
                    .findFirst();
        }
    }

    private static Path needed(String what, Optional<Path> place) {
        assumeTrue(place.isPresent(), what + " is not on this machine");
        return place.orElseThrow();
    }
}
