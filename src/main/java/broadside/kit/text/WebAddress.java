package broadside.kit.text;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Absolute http and https addresses (RFC 3986, hosts and paths in other scripts as in RFC 3987) with a host and without
 * credentials, blanks or invisible characters.
 */
public final class WebAddress {
    public static final int MAX_LENGTH = 500;

    private static final int MAX_PORT = 65_535;
    private static final Pattern SCHEME = Pattern.compile("https?", Pattern.CASE_INSENSITIVE);
    private static final Pattern AUTHORITY = Pattern.compile("([^:@\\[\\]]++|\\[[0-9A-Fa-f:.]++\\])(?::([0-9]{1,5}))?");

    private WebAddress() {}

    /** Whether the text is such an address of at most {@value #MAX_LENGTH} code points. */
    public static boolean valid(String text) {
        return WellFormed.codePoints(text) <= MAX_LENGTH
                && WellFormed.text(text)
                && !Invisible.in(text)
                && isAddress(text);
    }

    private static boolean isAddress(String text) {
        try {
            URI uri = new URI(text);
            return uri.getScheme() != null
                    && SCHEME.matcher(uri.getScheme()).matches()
                    && uri.getRawAuthority() != null
                    && isAuthority(uri, AUTHORITY.matcher(uri.getRawAuthority()));
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }

    private static boolean isAuthority(URI uri, Matcher authority) {
        return authority.matches() && isHost(uri, authority.group(1)) && isPort(authority.group(2));
    }

    /** Java's URI knows ASCII hosts and IPv6 literals only; other scripts go by IDNA. */
    private static boolean isHost(URI uri, String host) {
        return host.startsWith("[") ? uri.getHost() != null : HostName.ascii(host) != null;
    }

    private static boolean isPort(@Nullable String port) {
        return port == null || Integer.parseInt(port) <= MAX_PORT;
    }
}
