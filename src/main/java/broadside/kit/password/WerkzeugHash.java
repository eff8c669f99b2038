package broadside.kit.password;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A hash as the Python library Werkzeug writes it, {@code method$salt$hex}: {@code scrypt:N:r:p} (RFC 7914) or
 * {@code pbkdf2:digest:iterations} (RFC 8018). Such hashes came from elsewhere and are verified only, never made.
 */
public final class WerkzeugHash {
    private static final Pattern FORM = Pattern.compile("([a-z0-9:_]{1,40})\\$([^$]{1,64})\\$((?:[0-9a-f]{2}){1,64})");

    private final KeyDerivation derivation;
    private final byte[] salt;
    private final byte[] expected;

    private WerkzeugHash(KeyDerivation derivation, byte[] salt, byte[] expected) {
        this.derivation = derivation;
        this.salt = salt;
        this.expected = expected;
    }

    /** @throws Refused when it cannot be verified here */
    private static WerkzeugHash parse(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new Refused("is of a form that is not known");
        }
        var derivation = KeyDerivation.of(parts.group(1));
        var expected = HexFormat.of().parseHex(parts.group(3));
        if (expected.length != derivation.length()) {
            throw new Refused("is not whole");
        }
        return new WerkzeugHash(derivation, parts.group(2).getBytes(StandardCharsets.UTF_8), expected);
    }

    /** Why a hash cannot be taken, as the end of a sentence; nothing when it can. */
    public static Optional<String> fault(String text) {
        try {
            parse(text);
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(refused.getMessage());
        }
    }

    /** Whether the password is the one of this hash, taken as it was typed, as Werkzeug does; false for what is no such hash. */
    static boolean verify(String password, String hash) {
        try {
            return parse(hash).matches(password);
        } catch (Refused refused) {
            return false;
        }
    }

    private boolean matches(String password) {
        return derivation.keys(password, salt).anyMatch(key -> MessageDigest.isEqual(expected, key));
    }

    /** A hash that cannot be verified here. */
    static final class Refused extends IllegalArgumentException {
        Refused(String message) {
            super(message);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }
}
