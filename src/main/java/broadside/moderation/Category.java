package broadside.moderation;

import java.util.Locale;

/** What a report says is wrong. */
enum Category {
    SPAM,
    HARASSMENT,
    HATE,
    VIOLENCE,
    SEXUAL,
    ILLEGAL,
    IMPERSONATION,
    OTHER;

    /** As it is stored and shown. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
