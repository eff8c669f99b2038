package broadside.kit.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WellFormedTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "猫 👩‍👩‍👧", "नमस्ते", "מה \u200Fשלומך", "\uFFFD", "\uD83D\uDE00", "\uDBFF\uDFFD"})
    void keepsTextOfEveryScript(String text) {
        assertTrue(WellFormed.text(text));
        assertTrue(WellFormed.line(text));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF})
    void refusesWhatCannotBeStored(int codePoint) {
        String text = "a" + Character.toString(codePoint) + "b";
        assertFalse(WellFormed.text(text));
        assertFalse(WellFormed.line(text));
    }

    @Test
    void refusesSurrogatesInTheWrongOrder() {
        assertFalse(WellFormed.text("\uDE00\uD83D"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\t", "\u0001", "\u001B", "\u007F", "\u0085", "\u2028", "\u2029"})
    void refusesControlsOnALineOnly(String control) {
        assertFalse(WellFormed.line("a" + control));
        assertTrue(WellFormed.text("a" + control));
    }

    @Test
    void countsCodePoints() {
        assertEquals(3, WellFormed.codePoints("a猫😀"));
    }
}
