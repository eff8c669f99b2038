package broadside.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {
    @ParameterizedTest
    @EnumSource
    void hasItsKindAnd256Bits(Secret.Kind kind) {
        var secret = Secret.make(kind).text();
        assertTrue(kind.fits(secret), secret);
        assertEquals(32, Base64.getUrlDecoder().decode(secret.substring(4)).length);
        assertNotEquals(secret, Secret.make(kind).text());
    }

    @Test
    void oneKindIsNotTakenForAnother() {
        assertFalse(Secret.Kind.ACCESS.fits(Secret.make(Secret.Kind.REFRESH).text()));
        assertFalse(Secret.Kind.PERSONAL.fits(Secret.make(Secret.Kind.ACCESS).text()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bsa_", "bsa_abc", "bsa_\"><script>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "Bearer"})
    void whatLooksOtherwiseIsNone(String text) {
        assertFalse(Secret.Kind.ACCESS.fits(text));
    }

    @Test
    void keepsItselfOutOfLogs() {
        var secret = Secret.make(Secret.Kind.ACCESS);
        assertFalse(("" + secret).contains(secret.text()));
        assertFalse(new Tokens(secret, secret, view()).toString().contains(secret.text()));
        assertFalse(new LogIn("ada", "a long sentence is good", new Origin(null, "::1"))
                .toString()
                .contains("sentence"));
    }

    private static SessionView view() {
        return new SessionView(1, null, "::1", java.time.Instant.EPOCH, java.time.Instant.EPOCH);
    }
}
