package broadside.kit.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash SHA-256 (FIPS 180-4): 32 bytes. */
public final class Sha256 {
    /** Never fed, only copied: to look the algorithm up costs as much as to hash a short text. */
    private static final MessageDigest EMPTY = lookedUp();

    private Sha256() {}

    private static MessageDigest lookedUp() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java has SHA-256", absent);
        }
    }

    /** Of a text in UTF-8. */
    public static byte[] of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] of(byte[] bytes) {
        return begun().digest(bytes);
    }

    /** For what comes piece by piece; of nothing yet. */
    public static MessageDigest begun() {
        try {
            return (MessageDigest) EMPTY.clone();
        } catch (CloneNotSupportedException foreign) {
            return lookedUp();
        }
    }
}
