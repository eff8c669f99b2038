package broadside.kit.text;

import java.util.IllformedLocaleException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Language tags by BCP 47 (RFC 5646). */
public final class LanguageTag {
    /** RFC 5646, 4.4.1: room for every tag one should meet. */
    public static final int MAX_LENGTH = 35;

    private static final String UNDETERMINED = "und";

    private LanguageTag() {}

    /**
     * The tag in canonical form ({@code zh-hant-tw} → {@code zh-Hant-TW}, {@code iw} → {@code he}); null when it is not
     * well-formed, too long, {@code und}, which says nothing, or of the kinds {@code i-…} and {@code x-…}, which are not for
     * interchange.
     */
    public static @Nullable String canonical(String text) {
        if (text.length() < 2 || text.length() > MAX_LENGTH || text.charAt(1) == '-') {
            return null;
        }
        try {
            String tag = new Locale.Builder().setLanguageTag(text).build().toLanguageTag();
            return tag.equals(UNDETERMINED) || tag.length() > MAX_LENGTH ? null : tag;
        } catch (IllformedLocaleException notATag) {
            return null;
        }
    }
}
