package broadside.kit.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvisibleTest {
    @ParameterizedTest
    @ValueSource(
            ints = {
                0x09, 0x0A, 0x20, 0x7F, 0xA0, 0xAD, 0x034F, 0x061C, 0x115F, 0x1160, 0x1680, 0x17B4, 0x180E, 0x2003,
                0x200B, 0x200C, 0x200D, 0x200E, 0x202E, 0x2028, 0x2060, 0x2066, 0x2800, 0x3000, 0x3164, 0xFE0F, 0xFEFF,
                0xFFA0, 0xFFF9, 0x1D173, 0xE0001, 0xE0100
            })
    void knowsWhatNobodySees(int codePoint) {
        String character = Character.toString(codePoint);
        assertTrue(Invisible.in("a" + character + "b"));
        assertTrue(Invisible.all(character));
        assertFalse(Invisible.all(character + "b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice", "राम", "สมชาย", "猫ねこ", "محمد", "שלום", "홍길동", "😀", "e\u0301"})
    void letsWhatOneSeesPass(String text) {
        assertFalse(Invisible.in(text));
    }

    @Test
    void nothingIsInvisible() {
        assertEquals(true, Invisible.all(""));
        assertFalse(Invisible.in(""));
    }
}
