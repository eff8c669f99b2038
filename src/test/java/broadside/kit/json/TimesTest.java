package broadside.kit.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
    @ParameterizedTest
    @CsvSource({
        "2030-01-31T08:00:00Z,             2030-01-31T08:00:00.000Z",
        "2030-01-31T08:00:00.1Z,           2030-01-31T08:00:00.100Z",
        "2030-01-31T08:00:00.123999Z,      2030-01-31T08:00:00.123Z",
        "2030-01-31t08:00:00.5z,           2030-01-31T08:00:00.500Z",
        "2030-01-31T08:00:00+05:30,        2030-01-31T02:30:00.000Z",
        "2030-01-31T23:30:00-01:00,        2030-02-01T00:30:00.000Z",
        "2032-02-29T00:00:00Z,             2032-02-29T00:00:00.000Z",
        "0001-01-01T00:00:00Z,             0001-01-01T00:00:00.000Z"
    })
    void readsAndWritesRfc3339(String text, String shown) {
        assertEquals(Optional.of(shown), Times.parse(text).map(Times::format));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "2030-01-31",
                "2030-01-31T08:00:00",
                "2030-01-31T08:00Z",
                "2030-01-31 08:00:00Z",
                "2030-02-30T08:00:00Z",
                "2030-13-01T08:00:00Z",
                "2030-01-31T24:00:01Z",
                "2030-01-31T08:60:00Z",
                "2030-01-31T08:00:00+25:00",
                "2030-01-31T08:00:00+0100",
                "2030-01-31T08:00:00.Z",
                "2030-01-31T08:00:00.1234567890Z",
                "+12030-01-31T08:00:00Z",
                "0000-06-01T00:00:00Z",
                "0001-01-01T00:00:00+01:00",
                "9999-12-31T23:59:59-01:00",
                "２０３０-01-31T08:00:00Z"
            })
    void refusesEverythingElse(String text) {
        assertTrue(Times.parse(text).isEmpty(), text);
    }

    @Test
    void storesMicroseconds() {
        assertEquals(
                Instant.parse("2030-01-31T08:00:00.123456Z"),
                Times.stored(Instant.parse("2030-01-31T08:00:00.123456789Z")));
    }
}
