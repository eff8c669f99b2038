package broadside.kit.json;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ids as clients write them: decimal numbers. */
public final class Id {
    private static final Pattern DIGITS = Pattern.compile("[1-9][0-9]{0,18}");

    private Id() {}

    /** A positive 64-bit number without signs and leading zeros; null when it is none. */
    public static @Nullable Long parse(String text) {
        try {
            return DIGITS.matcher(text).matches() ? Long.valueOf(text) : null;
        } catch (NumberFormatException beyond64Bits) {
            return null;
        }
    }
}
