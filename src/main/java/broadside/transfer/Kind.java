package broadside.transfer;

import java.util.Locale;

/** What is brought, in the order in which one needs the other. */
public enum Kind {
    USER,
    POST,
    FOLLOW,
    MESSAGE;

    /** As it is stored and told. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
