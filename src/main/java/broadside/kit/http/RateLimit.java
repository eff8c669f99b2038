package broadside.kit.http;

import java.time.Duration;

/**
 * A rate limit by name: so many requests in so long, for each account or, without one, for each address.
 *
 * @param name   the policy's name in the RateLimit fields
 * @param quota  requests in a window
 * @param window the window's length
 */
public record RateLimit(String name, int quota, Duration window) {
    public static final RateLimit GENERAL = new RateLimit("general", 600, Duration.ofMinutes(1));
    /** Secrets can be guessed here. */
    public static final RateLimit LOGIN = new RateLimit("login", 20, Duration.ofMinutes(1));

    public static final RateLimit REGISTER = new RateLimit("register", 20, Duration.ofHours(1));
    /** Each one may send a mail. */
    public static final RateLimit MAIL = new RateLimit("mail", 10, Duration.ofHours(1));
}
