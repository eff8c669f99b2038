package broadside.post;

import broadside.kit.text.CaseFold;
import broadside.kit.text.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Which articles are asked for; null: any.
 *
 * @param tag    its key
 * @param author the key of a username
 * @param liker  the key of the username of somebody who likes them
 */
public record ArticleFilter(
        @Nullable String tag,
        @Nullable String author,
        @Nullable String liker) {
    /** Of a tag and names as they are written; what can be no tag finds nothing. */
    public static ArticleFilter of(@Nullable String tag, @Nullable String author, @Nullable String liker) {
        return new ArticleFilter(tag == null ? null : tagKey(tag), key(author), key(liker));
    }

    /** Whether every article is asked for. */
    boolean isOpen() {
        return tag == null && author == null && liker == null;
    }

    private static String tagKey(String tag) {
        var key = Tag.key(tag);
        return key == null ? "" : key;
    }

    private static @Nullable String key(@Nullable String name) {
        return name == null ? null : CaseFold.key(name);
    }
}
