package broadside.access;

import java.util.Locale;

/** Whoever asks, in the order of the table's columns. */
public enum Actor {
    ANONYMOUS,
    OTHER,
    FOLLOWER,
    BLOCKED,
    AUTHOR,
    MODERATOR,
    ADMIN,
    SUSPENDED,
    /** A personal token of the author's with the scope {@code read}. */
    READS;

    String role() {
        return this == MODERATOR || this == ADMIN ? name().toLowerCase(Locale.ROOT) : "author";
    }
}
