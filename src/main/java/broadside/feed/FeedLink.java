package broadside.feed;

import java.util.regex.Pattern;

/** A web link to a feed, whose relation is {@code alternate} (RFC 8288). */
record FeedLink(String href, String type, String title) {
    static final String RELATION = "alternate";
    private static final Pattern ASCII = Pattern.compile("[ -~]*");

    /** As a {@code Link} header has it; a title that is not of ASCII alone is encoded after RFC 8187. */
    String header() {
        return "<" + href + ">; rel=\"" + RELATION + "\"; type=\"" + type + "\"; " + titled();
    }

    private String titled() {
        return ASCII.matcher(title).matches()
                ? "title=\"" + title.replace("\\", "\\\\").replace("\"", "\\\"") + "\""
                : "title*=UTF-8''" + Addresses.segment(title).replace("*", "%2A");
    }
}
