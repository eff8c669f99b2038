package broadside.post;

import java.util.Locale;

/** What a post is: a title makes it an article. */
public enum Kind {
    NOTE,
    ARTICLE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
