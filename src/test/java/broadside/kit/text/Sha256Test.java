package broadside.kit.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Sha256Test {
    /** From the examples to FIPS 180-4. */
    private static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void isTheStandards() {
        assertEquals(OF_ABC, HexFormat.of().formatHex(Sha256.of("abc")));
    }

    @Test
    void eachBeginsWithNothing() {
        Sha256.begun().update((byte) 'z');
        var begun = Sha256.begun();
        begun.update(new byte[] {'a', 'b'});
        begun.update((byte) 'c');
        assertEquals(OF_ABC, HexFormat.of().formatHex(begun.digest()));
    }

    @Test
    void aTextIsHashedInUtf8() {
        assertArrayEquals(Sha256.of(new byte[] {(byte) 0xc3, (byte) 0xa4}), Sha256.of("ä"));
    }
}
