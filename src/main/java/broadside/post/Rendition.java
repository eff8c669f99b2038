package broadside.post;

import broadside.kit.text.Rendered;
import java.util.List;

/**
 * A body as it is shown.
 *
 * @param mentioned ids of the accounts it mentions, in order
 */
record Rendition(Rendered rendered, List<Long> mentioned) {
    static final Rendition NOTHING = new Rendition(new Rendered("", "", 1), List.of());
}
