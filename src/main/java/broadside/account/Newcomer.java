package broadside.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who comes from elsewhere and is let in as she was there. Not judged by the rules of registration: a name has 1 to
 * {@value #NAME} code points and an address 3 to {@value #EMAIL}, and both are what can be stored on one line.
 *
 * @param displayName 1 to {@value #DISPLAY_NAME} code points on one line
 * @param bio      Markdown, at most {@value #BIO} code points
 * @param since    when the account was opened there
 * @param lastSeen when it was used there the last time
 */
public record Newcomer(
        String username,
        String email,
        @Nullable String displayName,
        @Nullable String bio,
        Instant since,
        @Nullable Instant lastSeen) {
    public static final int NAME = 64;
    public static final int EMAIL = 120;
    public static final int DISPLAY_NAME = 80;
    public static final int BIO = 500;
}
