package broadside.feed;

import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/** What is asked of crawlers (RFC 9309): all that is public may be read, but nothing is gained from what has no end or no reader. */
final class Robots {
    static final String MEDIA_TYPE = "text/plain; charset=utf-8";

    /** One's own things, mailed links, answers to what somebody typed, and pages whose addresses do not last. */
    private static final List<String> OF_NO_USE = List.of(
            "/v1/me$",
            "/v1/me/",
            "/v1/sessions",
            "/v1/tokens",
            "/v1/password-resets",
            "/v1/email-confirmations",
            "/v1/moderation/",
            "/v1/search/",
            "/feeds/atom/search",
            "/feeds/rss/search",
            "/feeds/json/search",
            "/confirm-email",
            "/reset-password",
            "/*?*cursor=");

    private Robots() {}

    static Buffer of(Addresses addresses) {
        var prefix = URI.create(addresses.publicUrl()).getRawPath();
        var rules = OF_NO_USE.stream()
                .map(path -> "Disallow: " + prefix + path + "\n")
                .collect(Collectors.joining());
        return Buffer.buffer("User-agent: *\nAllow: " + prefix + "/\n" + rules + "\nSitemap: " + addresses.publicUrl()
                + "/sitemap.xml\n");
    }
}
