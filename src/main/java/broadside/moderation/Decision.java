package broadside.moderation;

import java.util.Locale;

/** What became of a report. */
enum Decision {
    /** There is something to it, and something was done. */
    UPHELD,
    /** There is nothing to it. */
    DISMISSED;

    /** As it is stored and shown. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
