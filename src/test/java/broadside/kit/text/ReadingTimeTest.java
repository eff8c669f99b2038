package broadside.kit.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTimeTest {
    @ParameterizedTest
    @CsvSource({
        "'', 1, 1",
        "'word ', 230, 1",
        "'word ', 231, 2",
        "'two-words ', 230, 1",
        "'한국어 ', 460, 2",
        "'हिन्दी ', 231, 2",
        "猫, 500, 1",
        "猫, 501, 2",
        "。, 5000, 1",
        "กำ, 500, 2",
        "น้, 500, 1",
        "'猫 tea ', 230, 2"
    })
    void countsWordsOrLetters(String unit, int times, int minutes) {
        assertEquals(minutes, ReadingTime.minutes(unit.repeat(times)));
    }
}
