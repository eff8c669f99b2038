package broadside.kit.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTagTest {
    @ParameterizedTest
    @CsvSource({
        "en, en",
        "EN-us, en-US",
        "zh-hant-tw, zh-Hant-TW",
        "zh-cmn-Hans, cmn-Hans",
        "iw, he",
        "de-DE-1996, de-DE-1996",
        "es-419, es-419",
        "sr-latn-rs, sr-Latn-RS",
        "ja-JP-u-ca-japanese, ja-JP-u-ca-japanese",
        "yue, yue"
    })
    void makesTagsCanonical(String tag, String canonical) {
        assertEquals(canonical, LanguageTag.canonical(tag));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "en_US",
                "en-",
                "-en",
                "en--US",
                "und",
                "UND",
                "english1!",
                "日本",
                "en US",
                "en\n",
                "en\u0000",
                "toolonglang",
                "en-a",
                "ja-JP-u-ca-japanese-x-aaaaaaaa-bbbbbbbb"
            })
    void refusesWhatIsNone(String text) {
        assertNull(LanguageTag.canonical(text));
    }
}
