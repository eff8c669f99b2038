package broadside.feed;

/** A web link to a feed, whose relation is {@code alternate} (RFC 8288). */
record FeedLink(String href, String type, String title) {
    static final String RELATION = "alternate";

    /** As a {@code Link} header has it; a title that is not of ASCII alone is encoded after RFC 8187. */
    String header() {
        return "<" + href + ">; rel=\"" + RELATION + "\"; type=\"" + type + "\"; " + titled();
    }

    private String titled() {
        return isPrintable()
                ? "title=\"" + title.replace("\\", "\\\\").replace("\"", "\\\"") + "\""
                : "title*=UTF-8''" + Addresses.segment(title).replace("*", "%2A");
    }

    /** Of ASCII alone, and of what can be seen. */
    private boolean isPrintable() {
        for (int at = 0; at < title.length(); at++) {
            if (title.charAt(at) < ' ' || title.charAt(at) > '~') {
                return false;
            }
        }
        return true;
    }
}
