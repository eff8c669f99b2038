package broadside.session;

import broadside.kit.json.Fields;
import broadside.kit.text.Sha256;
import io.vertx.core.buffer.Buffer;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What whoever holds it may use: a prefix that tells its kind, then 256 random bits in base64url. We keep its SHA-256 only; with
 * that many bits a slow hash would add nothing.
 */
record Secret(String text) {
    private static final int BYTES = 32;
    private static final int ENCODED = 43;
    private static final int SHORTEST = 16;
    private static final int LONGEST = 512;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** What it is for; the prefix lets leaked ones be found and refuses one in the place of another. */
    enum Kind {
        ACCESS("bsa_"),
        REFRESH("bsr_"),
        /** In place of the first two, for clients that cannot refresh. */
        LASTING("bsl_"),
        PERSONAL("bsp_"),
        MAIL("bsm_");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }

        /** Whether the text looks like one of this kind. */
        boolean fits(String text) {
            return text.startsWith(prefix)
                    && text.length() == prefix.length() + ENCODED
                    && text.chars().allMatch(Kind::encoded);
        }

        private static boolean encoded(int letter) {
            return (letter >= 'A' && letter <= 'Z')
                    || (letter >= 'a' && letter <= 'z')
                    || (letter >= '0' && letter <= '9')
                    || letter == '_'
                    || letter == '-';
        }
    }

    static Secret make(Kind kind) {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Secret(kind.prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** One that a client sent; whether it is any good shows when it is looked up. */
    static Secret read(Fields fields, String name) {
        return new Secret(fields.text(name).required().length(SHORTEST, LONGEST).orEmpty());
    }

    /** Without what tells its kind, for clients that expect nothing but the random part. */
    String bare() {
        return text.substring(text.indexOf('_') + 1);
    }

    /** Both together, which nobody finds who knows one of them only. */
    static Secret pair(String refresh, Secret access) {
        return new Secret(Kind.REFRESH.prefix + refresh + "." + access.text);
    }

    /** What is stored and looked up. */
    Buffer hash() {
        return Buffer.buffer(Sha256.of(text));
    }

    /** Never the secret itself, which has no place in a log. */
    @Override
    public String toString() {
        return "secret";
    }
}
