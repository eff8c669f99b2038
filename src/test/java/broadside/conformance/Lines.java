package broadside.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The lines of a dialect's contract, in our own words.
 *
 * @param sentences by id, in order
 * @param sections  ids by heading, in order
 */
public record Lines(String dialect, Map<String, String> sentences, Map<String, List<String>> sections) {
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

    /** Reads {@code id sentence} a line; one that begins with # is a heading of those that follow. */
    static Lines of(String dialect) {
        try {
            var lines = new Lines(dialect, new LinkedHashMap<>(), new LinkedHashMap<>());
            var heading = "";
            for (var line : Files.readAllLines(FOLDER.resolve(dialect + ".txt"))) {
                if (line.startsWith("#")) {
                    heading = line.substring(1).strip();
                } else if (!line.isBlank()) {
                    lines.add(heading, line.strip().split("\\s+", 2));
                }
            }
            return lines;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void add(String heading, String... idAndSentence) {
        var id = idAndSentence[0];
        if (sentences.put(id, idAndSentence[1]) != null) {
            throw new IllegalStateException(dialect + ".txt lists " + id + " twice");
        }
        sections.computeIfAbsent(heading, section -> new ArrayList<>()).add(id);
    }
}
