package broadside.kit.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TagTest {
    @ParameterizedTest
    @CsvSource({
        "Java, java",
        "##Java, java",
        "＃猫, 猫",
        "ＪＡＶＡ, java",
        "' New   York ', new-york",
        "Vert.x, vert-x",
        "C++, c++",
        "C#, c#",
        "snake_case, snake_case",
        "__init__, init__",
        "well-known, well-known",
        "Straße, strasse",
        "हिन्दी, हिन्दी",
        "ภาษาไทย, ภาษาไทย",
        "می\u200Cخواهم, میخواهم",
        "2024, 2024",
        "I ❤️ tea, i-tea",
        "-#a, a"
    })
    void hasOneKeyForOneTag(String text, String key) {
        assertEquals(key, Tag.key(text));
        assertEquals(key, Tag.key(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#", "---", "❤️", "\u200B", "++", "\u0301", "\u3164"})
    void hasNoneForNothing(String text) {
        assertNull(Tag.key(text));
    }

    @Test
    void boundsTheLength() {
        assertEquals("𠮷".repeat(50), Tag.key("𠮷".repeat(50)));
        assertNull(Tag.key("a".repeat(51)));
    }
}
