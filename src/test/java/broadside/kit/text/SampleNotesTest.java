package broadside.kit.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The sample of notes in many languages goes through everything a note goes through. */
class SampleNotesTest {
    private static final Set<String> EAST_ASIAN = Set.of("ja", "zh");

    private final List<JsonObject> notes = read();

    @Test
    void isManyNotesInManyLanguages() {
        assertTrue(notes.size() >= 320);
        assertEquals(notes.size(), texts().stream().distinct().count());
        assertTrue(languages().stream().distinct().count() >= 12);
        assertTrue(languages().stream().filter(EAST_ASIAN::contains).count() >= 60);
    }

    @Test
    void isWellFormed() {
        languages().forEach(language -> assertEquals(language, LanguageTag.canonical(language)));
        texts().forEach(text -> assertTrue(WellFormed.text(text) && WellFormed.codePoints(text) <= 1_000, text));
    }

    @Test
    void isRenderedSafely() {
        for (String text : texts()) {
            Rendered rendered = Markdown.render(text);
            HtmlJudge.assertSafe(rendered.html());
            assertFalse(Invisible.all(rendered.excerpt()), text);
            assertFalse(Slug.from(rendered.excerpt(), "note").isEmpty(), text);
        }
    }

    @Test
    void hasHashtags() {
        List<String> hashtags =
                texts().stream().flatMap(text -> Hashtags.in(text).stream()).toList();
        assertTrue(hashtags.containsAll(List.of("cats", "猫", "बारिश", "مطر", "גשם", "แมว", "첫눈")));
    }

    private List<String> texts() {
        return notes.stream().map(note -> note.getString("text")).toList();
    }

    private List<String> languages() {
        return notes.stream().map(note -> note.getString("language")).toList();
    }

    private static List<JsonObject> read() {
        try (InputStream file = SampleNotesTest.class.getResourceAsStream("/sample/notes.jsonl")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(JsonObject::new)
                    .toList();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
