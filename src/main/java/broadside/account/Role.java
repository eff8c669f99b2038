package broadside.account;

import java.util.Locale;

/** What an account may do; each may do what those before it may. */
public enum Role {
    /** Reads and follows, publishes nothing. */
    READER,
    AUTHOR,
    MODERATOR,
    ADMIN;

    /** The role of this word, as it is stored. */
    public static Role of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** As it is stored and shown. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean atLeast(Role other) {
        return compareTo(other) >= 0;
    }
}
