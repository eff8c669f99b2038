package broadside.kit.json;

import org.jspecify.annotations.Nullable;

/** Ids as clients write them: decimal numbers. */
public final class Id {
    private Id() {}

    /** A positive 64-bit number without signs and leading zeros; null when it is none. */
    public static @Nullable Long parse(String text) {
        try {
            return text.matches("[1-9][0-9]{0,18}") ? Long.valueOf(text) : null;
        } catch (NumberFormatException beyond64Bits) {
            return null;
        }
    }
}
