package broadside.post;

import java.util.Locale;

/** How far a post is on its way to its readers. */
enum Status {
    DRAFT,
    SCHEDULED,
    PUBLISHED;

    static Status of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** As it is stored and shown. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The event of a post that has come to this status. */
    String event() {
        return switch (this) {
            case DRAFT -> "post.drafted";
            case SCHEDULED -> "post.scheduled";
            case PUBLISHED -> "post.published";
        };
    }
}
