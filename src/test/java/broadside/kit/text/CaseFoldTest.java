package broadside.kit.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseFoldTest {
    @ParameterizedTest
    @CsvSource({
        "Alice, alice",
        "STRASSE, straße",
        "ΛΌΓΟΣ, λόγος",
        "ａｌｉｃｅ, Alice",
        "ﬁn, FIN",
        "İ, i̇",
        "ｶﾞ, ガ",
        "𝐚𝐝𝐦𝐢𝐧, admin",
        "jose\u0301, JOSÉ",
        "al\u00ADice, alice",
        "Ⅳ, iv"
    })
    void makesEqualWhatIsTheSame(String one, String other) {
        assertEquals(CaseFold.key(other), CaseFold.key(one));
    }

    @Test
    void changesNoKey() {
        for (int codePoint = 0; codePoint < 0x30000; codePoint++) {
            String key = CaseFold.key(Character.toString(codePoint) + "\u0345\u03B9");
            assertEquals(key, CaseFold.key(key), () -> "of " + key);
        }
    }
}
