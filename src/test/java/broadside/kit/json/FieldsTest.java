package broadside.kit.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.kit.problem.Problem;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FieldsTest {
    private enum Colour {
        RED,
        BLUE
    }

    @Test
    void readsWhatIsRight() {
        var fields = fields("""
                {"name": "Ada", "colour": "blue", "at": "2030-01-31T08:00:00Z", "number": 7, "words": ["a", "b"], "gone": null}""");
        assertEquals("Ada", fields.text("name").required().length(1, 3).orEmpty());
        assertEquals(Colour.BLUE, fields.choice("colour", Colour.class));
        assertEquals(Instant.parse("2030-01-31T08:00:00Z"), fields.time("at"));
        assertEquals(7, fields.whole("number", 7, 7));
        assertEquals(List.of("a", "b"), fields.texts("words", 2));
        assertNull(fields.text("gone").value());
        fields.done();
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        var fields = fields("""
                {"name": 1, "short": "a", "long": "😀😀😀", "colour": "green", "at": "tomorrow", "low": 0, "half": 1.5, "words": [1],
                 "many": ["a", "b"], "odd": "x", "nothing": null, "what/is~this": 1}""");
        fields.text("name");
        fields.text("short").length(2, 3);
        fields.text("long").length(1, 2);
        fields.choice("colour", Colour.class);
        fields.time("at");
        fields.whole("low", 1, 9);
        fields.whole("half", 1, 9);
        fields.texts("words", 9);
        fields.texts("many", 1);
        fields.text("odd")
                .check(text -> text.equals("y"), "format", "It must be y.")
                .check(text -> false, "range", "No.");
        fields.text("missing").required();
        fields.notNull("nothing");
        assertEquals(
                Map.ofEntries(
                        Map.entry("/name", "type"),
                        Map.entry("/short", "too-short"),
                        Map.entry("/long", "too-long"),
                        Map.entry("/colour", "enum"),
                        Map.entry("/at", "format"),
                        Map.entry("/low", "range"),
                        Map.entry("/half", "range"),
                        Map.entry("/words", "type"),
                        Map.entry("/many", "too-long"),
                        Map.entry("/odd", "format"),
                        Map.entry("/missing", "required"),
                        Map.entry("/nothing", "required"),
                        Map.entry("/what~1is~0this", "unknown")),
                violations(fields));
    }

    private static Map<String, String> violations(Fields fields) {
        var found = new TreeMap<String, String>();
        assertThrows(Problem.class, fields::done)
                .violations()
                .forEach(violation -> assertNull(found.put(violation.pointer(), violation.code())));
        return found;
    }

    @Test
    void lengthsAreCodePoints() {
        var fields = fields("{\"name\": \"😀😀\"}");
        fields.text("name").length(2, 2);
        fields.done();
    }

    /** RFC 7396: absent and null are not the same. */
    @Test
    void aPatchTellsAbsentFromNull() {
        var fields = fields("{\"a\": null, \"b\": \"new\"}");
        assertNull(fields.text("a").change().after("old"));
        assertEquals("new", fields.text("b").change().after("old"));
        assertEquals("old", fields.text("c").change().after("old"));
        assertTrue(fields.has("a"));
        assertFalse(fields.has("c"));
        fields.done();
    }

    private static Fields fields(String json) {
        return new Fields(new JsonObject(json));
    }
}
