package broadside.feed;

import broadside.kit.text.WellFormed;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Somebody's account at a host (RFC 7565): {@code acct:ada@blog.example.org}, the name percent-encoded or as it is. */
record AcctUri(String name, String host) {
    private static final Pattern URI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.+", Pattern.DOTALL);
    private static final Pattern ACCT = Pattern.compile("(?i:acct):([^@]+)@([^@/?#\\s]+)");

    /** Whether a text is a URI, and where it begins with {@code acct:} a whole one. */
    static boolean isWellFormed(String text) {
        return text.regionMatches(true, 0, "acct:", 0, "acct:".length())
                ? parse(text).isPresent()
                : URI.matcher(text).matches() && WellFormed.line(text);
    }

    /** Nothing when it is not one. */
    static Optional<AcctUri> parse(String text) {
        var parts = ACCT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            // In a URI a plus sign is no blank.
            var name = URLDecoder.decode(parts.group(1).replace("+", "%2B"), StandardCharsets.UTF_8);
            return WellFormed.line(name) ? Optional.of(new AcctUri(name, parts.group(2))) : Optional.empty();
        } catch (IllegalArgumentException undecodable) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "acct:" + Addresses.segment(name) + "@" + host;
    }
}
