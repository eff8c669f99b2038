package broadside.kit.password;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2Test {
    /** From the test vectors of the reference implementation, whose parameters are not ours. */
    private static final String KNOWN =
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    @Test
    void verifiesWhatOthersMade() {
        assertTrue(Argon2.verify("password", KNOWN));
        assertFalse(Argon2.verify("passwore", KNOWN));
    }

    @Test
    void verifiesWhatItMade() {
        var hash = Argon2.hash("correct horse");
        assertTrue(hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), hash);
        assertTrue(Argon2.verify("correct horse", hash));
        assertFalse(Argon2.verify("Correct horse", hash));
        assertNotEquals(hash, Argon2.hash("correct horse"), "a salt of its own each time");
    }

    @Test
    void lettersAreTheSameHoweverTheyWereTyped() {
        assertTrue(Argon2.verify("cafe\u0301", Argon2.hash("caf\u00e9")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "password",
                "$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$AAAA",
                "$2b$12$abc",
                "$argon2id$v=16$m=1,t=1,p=1$AAAA$AAAA"
            })
    void nothingMatchesWhatIsNoHash(String hash) {
        assertFalse(Argon2.verify("password", hash));
    }
}
