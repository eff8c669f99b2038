package broadside.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The picture of an account: its own, or Gravatar's for its address in the SHA-256 form. */
public final class Avatar {
    private Avatar() {}

    public static String url(@Nullable String own, String email) {
        return own != null ? own : "https://www.gravatar.com/avatar/" + hash(email) + "?d=identicon";
    }

    private static String hash(String email) {
        try {
            var bytes = email.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
