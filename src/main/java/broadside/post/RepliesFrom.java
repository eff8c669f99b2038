package broadside.post;

import java.util.Locale;

/** Who may reply to a post, beside its author. */
enum RepliesFrom {
    ANYONE,
    /** Those who follow its author. */
    FOLLOWERS,
    NOBODY;

    static RepliesFrom of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** As it is stored and shown. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
