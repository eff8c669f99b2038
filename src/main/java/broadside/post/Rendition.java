package broadside.post;

import broadside.kit.text.Rendered;
import java.util.List;

/**
 * A body as it is shown.
 *
 * @param mentioned ids of the accounts it mentions, in order
 */
record Rendition(Rendered rendered, List<Long> mentioned) {
    private static final String EMPTY_PARAGRAPH = "<p></p>\n";

    static final Rendition NOTHING = new Rendition(new Rendered("", "", 1), List.of());

    /** Blanks, or nothing but definitions of links, show nothing; and yet a post has HTML, by which search knows it. */
    Rendition shown() {
        return rendered.html().isEmpty()
                ? new Rendition(new Rendered(EMPTY_PARAGRAPH, rendered.excerpt(), rendered.readingMinutes()), mentioned)
                : this;
    }
}
