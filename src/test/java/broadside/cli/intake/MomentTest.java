package broadside.cli.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTest {
    @ParameterizedTest
    @CsvSource({
        "2020-02-29 23:59:59.123456,       2020-02-29T23:59:59.123456Z",
        "2020-02-29 23:59:59,              2020-02-29T23:59:59Z",
        "2020-02-29 23:59,                 2020-02-29T23:59:00Z",
        "2020-02-29,                       2020-02-29T00:00:00Z",
        "2020-02-29T23:59:59.5Z,           2020-02-29T23:59:59.5Z",
        "2020-02-29 23:59:59+00,           2020-02-29T23:59:59Z",
        "2020-02-29 23:59:59.25-05:30,     2020-03-01T05:29:59.25Z",
        "2020-02-29 23:59:59 +0200,        2020-02-29T21:59:59Z",
        "1900-01-01 00:00:00+00:17:30,     1899-12-31T23:42:30Z",
        "0001-01-01 00:00:00,              0001-01-01T00:00:00Z",
        "9999-12-31 23:59:59.999999,       9999-12-31T23:59:59.999999Z"
    })
    void readsWhatDatabasesWrite(String text, Instant time) {
        assertEquals(Optional.of(time), Moment.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "infinity",
                "0000-00-00 00:00:00",
                "2021-02-29 00:00:00",
                "2020-01-01 25:00:00",
                "2020-01-01 00:00:00+19",
                "0044-03-15 00:00:00 BC",
                "0000-12-31 00:00:00",
                "1577836800",
                "12020-01-01 00:00:00"
            })
    void nothingElseIsATime(String text) {
        assertEquals(Optional.empty(), Moment.parse(text));
    }
}
