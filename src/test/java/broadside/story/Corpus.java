package broadside.story;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Real texts in many languages: the JSON-lines file of the property {@code broadside.test.corpus}, as many lines of it as
 * {@code broadside.test.corpus.lines} says ({@code all}: every one), or else the project's own sample.
 */
final class Corpus {
    private static final String SAMPLE = "src/test/resources/sample/notes.jsonl";

    private Corpus() {}

    /** A text and the BCP 47 tag of its language. */
    record Line(String language, String text) {}

    static List<Line> lines() {
        var file = System.getProperty("broadside.test.corpus", "");
        var most = System.getProperty("broadside.test.corpus.lines", "all");
        try (Stream<String> lines = Files.lines(Path.of(file.isEmpty() ? SAMPLE : file))) {
            return lines.limit(most.equals("all") ? Long.MAX_VALUE : Long.parseLong(most))
                    .map(JsonObject::new)
                    .map(line -> new Line(line.getString("language"), line.getString("text")))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
