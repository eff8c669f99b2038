package broadside.account;

import broadside.kit.text.Sha256;
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
        return HexFormat.of().formatHex(Sha256.of(email.strip().toLowerCase(Locale.ROOT)));
    }
}
