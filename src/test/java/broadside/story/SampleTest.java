package broadside.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The project's own sample is what it says it is. */
class SampleTest {
    @Test
    void hasEnoughOfEach() throws IOException {
        var lines = Files.readAllLines(Path.of("src/test/resources/sample/notes.jsonl")).stream()
                .map(JsonObject::new)
                .toList();
        var eastAsian = lines.stream()
                .filter(line -> Set.of("ja", "zh").contains(line.getString("language")))
                .count();
        var texts = lines.stream().map(line -> line.getString("text")).collect(Collectors.toSet());
        assertTrue(lines.size() >= 300, "notes: " + lines.size());
        assertTrue(eastAsian >= 50, "Japanese and Chinese: " + eastAsian);
        assertEquals(lines.size(), texts.size(), "all distinct");
    }
}
