package broadside.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ApiDocumentTest {
    @Test
    void partsMeetInPathsAndComponents() {
        JsonObject whole = ApiDocument.merge(List.of(part("/a", "A"), part("/b", "B")));
        assertEquals(
                "{\"paths\":{\"/a\":{},\"/b\":{}},\"components\":{\"schemas\":{\"A\":{},\"B\":{}}}}", whole.encode());
    }

    @Test
    void noPathAndNoSchemaIsSaidTwice() {
        assertTwice("/paths//a", List.of(part("/a", "A"), part("/a", "B")));
        assertTwice("/components/schemas/A", List.of(part("/a", "A"), part("/b", "A")));
    }

    /** Of two equal names in one object the parser keeps the last without a word. */
    @ParameterizedTest
    @MethodSource("parts")
    void noNameIsSaidTwiceInOnePart(Path part) throws IOException {
        JsonFactory strict = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        try (JsonParser parser = strict.createParser(part.toFile())) {
            while (parser.nextToken() != null) {
                parser.getText();
            }
        }
    }

    static List<Path> parts() throws IOException {
        try (var files = Files.walk(Path.of("src/main/resources/openapi"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static void assertTwice(String place, List<JsonObject> parts) {
        Exception failure = assertThrows(IllegalStateException.class, () -> ApiDocument.merge(parts));
        assertEquals("The API document says " + place + " twice.", failure.getMessage());
    }

    private static JsonObject part(String path, String schema) {
        return new JsonObject()
                .put("paths", new JsonObject().put(path, new JsonObject()))
                .put("components", new JsonObject().put("schemas", new JsonObject().put(schema, new JsonObject())));
    }
}
