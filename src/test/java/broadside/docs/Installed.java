package broadside.docs;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs that are on this machine already; tests install nothing and look for nothing on the network. */
final class Installed {
    private Installed() {}

    /** Whether tests that need a browser are to run: where there is one, and in a strict run. */
    static boolean browserOrStrict() {
        return Boolean.getBoolean("broadside.test.strict")
                || (driver().isPresent() && chromium().isPresent());
    }

    static Optional<Path> driver() {
        return first("chromedriver");
    }

    static Optional<Path> chromium() {
        return first("chromium", "chromium-browser", "google-chrome");
    }

    private static Optional<Path> first(String... names) {
        return Stream.of(names)
                .flatMap(Installed::places)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Stream<Path> places(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1)).map(folder -> Path.of(folder, name));
    }
}
