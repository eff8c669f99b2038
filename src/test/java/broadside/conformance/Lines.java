package broadside.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The lines of a dialect's contract, in our own words.
 *
 * @param sentences by id, in order
 */
public record Lines(String dialect, Map<String, String> sentences) {
    private static final Path FOLDER = Path.of("src/test/resources/conformance");

    /** Those of all dialects. */
    static List<Lines> all() {
        try (var files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".txt"))
                    .sorted()
                    .map(name -> of(name.replace(".txt", "")))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Reads {@code id sentence} a line; blank lines and those that begin with # are for people. */
    static Lines of(String dialect) {
        try {
            var sentences = new LinkedHashMap<String, String>();
            for (var line : Files.readAllLines(FOLDER.resolve(dialect + ".txt"))) {
                var parts = line.strip().split("\\s+", 2);
                if (parts.length == 2 && !parts[0].startsWith("#") && sentences.put(parts[0], parts[1]) != null) {
                    throw new IllegalStateException(dialect + ".txt lists " + parts[0] + " twice");
                }
            }
            return new Lines(dialect, sentences);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
