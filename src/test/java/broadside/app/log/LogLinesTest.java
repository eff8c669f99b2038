package broadside.app.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.event.KeyValuePair;

/** Whatever stands in what is logged, a line is a line. */
@Tag("any-server")
class LogLinesTest {
    private static final List<String> ATTACKS = List.of(
            "x\n12:00:00.000 ERROR Server: all is lost",
            "x\r\nERROR forged",
            "x\u001b[2J\u001b[31mred",
            "x\u009b31m",
            "x\u0000y\u0007",
            "x\u2028y\u2029z\u0085w",
            "x\u202egnihtyreve\u2066\u061c\u200f",
            "x\b\b\b\t\u007f",
            "{\"level\":\"ERROR\"}\"");

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void nobodyElsesTextBeginsALineOrMovesTheCursor(boolean json) {
        for (var attack : ATTACKS) {
            var line = line(json, event("said " + attack, attack, null));
            assertTrue(line.endsWith("\n"));
            var rest = line.substring(0, line.length() - 1);
            assertFalse(rest.chars().anyMatch(letter -> Character.isISOControl(letter)), rest);
            assertFalse(rest.matches("(?s).*[\\u2028-\\u202e\\u2066-\\u2069\\u061c\\u200e\\u200f].*"), rest);
        }
    }

    @Test
    void aFailuresMessageIsSomebodyElsesTextToo() {
        var cause = new IllegalArgumentException("inner\nERROR Forged: 2\u001b[2J");
        var failure = new IllegalStateException("outer\nERROR Forged: 1", cause);
        var lines = line(false, event("failed", "1", failure)).lines().toList();
        assertEquals(
                1,
                lines.stream()
                        .filter(line -> line.contains("ERROR "))
                        .filter(line -> line.contains("failed n=1"))
                        .count());
        assertTrue(lines.stream().noneMatch(line -> line.startsWith("ERROR Forged")), lines.toString());
        assertTrue(lines.stream()
                .anyMatch(line -> line.startsWith("Caused by: java.lang.IllegalArgumentException: inner\\u000a")));
        var json = new JsonObject(line(true, event("failed", "1", failure)));
        assertTrue(
                json.getString("failure").contains("Caused by: java.lang.IllegalArgumentException: inner\\u000aERROR"));
        assertEquals(1, line(true, event("failed", "1", failure)).lines().count());
    }

    @Test
    void aJsonLineHasItsMembersBesideEachOther() {
        var json = new JsonObject(line(true, event("caf\u00e9 \"quoted\"\n", 7, null)));
        assertEquals("caf\u00e9 \"quoted\"\n", json.getString("message"));
        assertEquals(7, json.getInteger("n"));
        assertEquals("ERROR", json.getString("level"));
        assertEquals("broadside.Somewhere", json.getString("logger"));
        assertTrue(json.getString("time").matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"));
    }

    private static String line(boolean json, LoggingEvent event) {
        var lines = new LogLines();
        lines.format(json ? LogFormat.JSON : LogFormat.TEXT);
        return new String(lines.encode(event), StandardCharsets.UTF_8);
    }

    private static LoggingEvent event(String message, Object value, @Nullable Throwable failure) {
        var logger = new LoggerContext().getLogger("broadside.Somewhere");
        var event = new LoggingEvent("", logger, Level.ERROR, "{}", failure, new Object[] {message});
        event.setKeyValuePairs(List.of(new KeyValuePair("n", value)));
        return event;
    }
}
