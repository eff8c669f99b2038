package broadside.cli;

import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A password that somebody typed, or one that is made up and has to be shown. */
record GivenPassword(String text, boolean isMadeUp) {
    private static final int BYTES = 18;

    /** @param asked null: nobody was asked */
    static GivenPassword of(char @Nullable [] asked) {
        return asked == null ? new GivenPassword(random(), true) : new GivenPassword(new String(asked), false);
    }

    /** What to show of it, once. */
    String shown() {
        return isMadeUp ? " Password: " + text : "";
    }

    private static String random() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Without the password, which has no place in a log. */
    @Override
    public String toString() {
        return "given password";
    }
}
