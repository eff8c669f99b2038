package broadside.kit.password;

import broadside.kit.password.WerkzeugHash.Refused;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * PBKDF2 with HMAC.
 *
 * @param length     how many bytes its keys have
 * @param iterations those that may have been meant
 */
record Pbkdf2(String algorithm, int length, List<Integer> iterations) implements KeyDerivation {
    /** Twice Werkzeug's own. */
    private static final int MOST_ITERATIONS = 2_000_000;
    /** What Werkzeug's versions iterated by themselves, where nobody said how often. */
    private static final List<Integer> DEFAULTS = List.of(1_000, 50_000, 150_000, 260_000, 600_000, 1_000_000);

    static Pbkdf2 of(String... words) {
        if (words.length > 3) {
            throw new Refused("is of a kind that is not known");
        }
        var iterations = iterations(words.length == 3 ? words[2] : null);
        return switch (words.length == 1 ? "sha256" : words[1]) {
            case "sha1" -> new Pbkdf2("PBKDF2WithHmacSHA1", 20, iterations);
            case "sha256" -> new Pbkdf2("PBKDF2WithHmacSHA256", 32, iterations);
            case "sha512" -> new Pbkdf2("PBKDF2WithHmacSHA512", 64, iterations);
            default -> throw new Refused("is of a kind that is not known");
        };
    }

    private static List<Integer> iterations(@Nullable String word) {
        if (word == null) {
            return DEFAULTS;
        }
        var iterations = KeyDerivation.number(word);
        if (iterations < 1 || iterations > MOST_ITERATIONS) {
            throw new Refused("asks for more work than a log-in may cost");
        }
        return List.of(iterations);
    }

    @Override
    public Stream<byte[]> keys(String password, byte[] salt) {
        return iterations.stream().map(often -> key(password, salt, often));
    }

    private byte[] key(String password, byte[] salt, int often) {
        try {
            var secret = new PBEKeySpec(password.toCharArray(), salt, often, length * Byte.SIZE);
            return SecretKeyFactory.getInstance(algorithm)
                    .generateSecret(secret)
                    .getEncoded();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
