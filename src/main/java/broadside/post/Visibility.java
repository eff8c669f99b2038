package broadside.post;

import java.util.Locale;

/** Whom a post is for; the widest first. */
enum Visibility {
    PUBLIC,
    FOLLOWERS,
    PRIVATE;

    static Visibility of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The narrower of the two. */
    Visibility within(Visibility other) {
        return compareTo(other) < 0 ? other : this;
    }

    /** As it is stored and shown. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
