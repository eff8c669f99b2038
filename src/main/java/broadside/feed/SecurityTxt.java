package broadside.feed;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Whom to tell of a weakness (RFC 9116). */
final class SecurityTxt {
    static final String PATH = "/.well-known/security.txt";
    static final String MEDIA_TYPE = "text/plain; charset=utf-8";

    /** Less than a year, as is recommended (2.5.5); counted from the beginning of a day, so that a day's answers are the same. */
    private static final long LASTS_DAYS = 300;

    private SecurityTxt() {}

    static Buffer of(String contact, String publicUrl, Instant now) {
        var expires = now.truncatedTo(ChronoUnit.DAYS).plus(LASTS_DAYS, ChronoUnit.DAYS);
        // A web address in it has to be of https (2.5.2).
        var canonical = publicUrl.startsWith("https:") ? "Canonical: " + publicUrl + PATH + "\n" : "";
        return Buffer.buffer("Contact: " + contact + "\nExpires: " + expires + "\n" + canonical);
    }
}
