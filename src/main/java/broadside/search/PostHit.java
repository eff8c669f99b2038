package broadside.search;

import broadside.kit.json.JsonWriter;
import broadside.post.PostView;
import org.jspecify.annotations.Nullable;

/**
 * A post that was found.
 *
 * @param title   HTML, what was looked for in {@code <mark>}; null for a note
 * @param snippet the same of the text around it
 * @param score   by which hits are ranked; no number of its own
 */
public record PostHit(PostView post, @Nullable String title, String snippet, double score) {
    void write(JsonWriter json) {
        json.object("post", post::write).text("title", title).text("snippet", snippet);
    }
}
