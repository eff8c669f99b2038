package broadside.kit.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExcerptTest {
    private static final String FAMILY = "👩‍👩‍👧";

    @ParameterizedTest
    @MethodSource
    void cutsWhereReadersWould(String text, int limit, String excerpt) {
        assertEquals(excerpt, Excerpt.of(text, limit));
    }

    static Stream<Arguments> cutsWhereReadersWould() {
        return Stream.of(
                arguments("", 10, ""),
                arguments(" a \n\t\u3000 b ", 10, "a b"),
                arguments("0123456789", 10, "0123456789"),
                arguments("hello wide world", 12, "hello wide…"),
                arguments("hello wide world", 11, "hello wide…"),
                arguments("hello wide world", 10, "hello…"),
                arguments("incomprehensible", 8, "incompr…"),
                arguments("猫が好きです。犬も好きです。", 8, "猫が好きです。…"),
                arguments(FAMILY.repeat(3), 11, FAMILY.repeat(2) + "…"),
                arguments(FAMILY.repeat(3), 10, FAMILY + "…"),
                arguments("🇩🇪🇫🇷🇮🇹", 4, "🇩🇪…"),
                arguments("e\u0301e\u0301e\u0301", 4, "e\u0301…"),
                arguments("a" + "\u0301".repeat(2000) + "b", 280, "…"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The quick brown fox jumps over the lazy dog.",
                "吾輩は昨日カフェで𠮷田さんに会った。とても楽しかった。",
                "हमारे गाँव में आज बहुत बारिश हुई और बच्चे खेलते रहे",
                "วันนี้อากาศดีมากเราไปเดินเล่นที่สวนกันเถอะ",
                "ذهبت إلى السوق وَاشْتَرَيْتُ خبزاً وجبناً",
                "הלכתי לְשׁוּק הכרמל וקניתי לחם",
                "각각\u1100\u1161\u11A8 한국어 문장입니다",
                "👍🏽👩‍👩‍👧🏴󠁧󠁢󠁳󠁣󠁴󠁿❤️🇯🇵1️⃣ ok"
            })
    void neverCutsACharacterInTwo(String text) {
        BreakIterator characters = BreakIterator.getCharacterInstance(ULocale.ROOT);
        characters.setText(text);
        for (int limit = 2; limit < WellFormed.codePoints(text); limit++) {
            String excerpt = Excerpt.of(text, limit);
            String start = excerpt.substring(0, excerpt.length() - 1);
            assertTrue(excerpt.endsWith("…") && WellFormed.codePoints(excerpt) <= limit, excerpt);
            assertTrue(text.startsWith(start) && characters.isBoundary(start.length()), excerpt);
        }
    }

    @Test
    void isItsOwnExcerpt() {
        String excerpt = Excerpt.of("word ".repeat(200), 280);
        assertEquals(excerpt, Excerpt.of(excerpt, 280));
    }
}
