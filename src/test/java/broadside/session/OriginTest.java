package broadside.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class OriginTest {
    @Test
    void aUserAgentIsCutToAHundredCodePoints() {
        assertEquals("😀".repeat(100), Origin.cleaned("😀".repeat(101)));
    }

    @Test
    void aUserAgentIsOneLineThatShowsSomething() {
        assertEquals("curl/8.5", Origin.cleaned(" curl\u0000/8\t.5\u2028 "));
        assertNull(Origin.cleaned(null));
        assertNull(Origin.cleaned(""));
        assertNull(Origin.cleaned(" \u200b\u2800 "));
    }
}
