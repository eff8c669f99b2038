package broadside.post;

import broadside.kit.text.Excerpt;
import broadside.kit.text.Invisible;
import broadside.kit.text.Markdown;
import broadside.kit.text.Rendered;
import broadside.kit.text.WellFormed;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that was published elsewhere. It is a note with its hashtags; one that is too long for a note becomes an article whose
 * title is how it begins.
 */
public final class FormerPost {
    /** The most code points a text may have. */
    public static final int LONGEST = PostText.ARTICLE;

    private static final int TITLE = 80;
    private static final String NO_TITLE = "Post";

    private final PostText text;
    private final Rendered rendered;
    private final Instant publishedAt;

    private FormerPost(PostText text, Rendered rendered, Instant publishedAt) {
        this.text = text;
        this.rendered = rendered;
        this.publishedAt = publishedAt;
    }

    /**
     * Renders the text: not for an event loop.
     *
     * @param body     Markdown that shows something and can be stored, at most {@value #LONGEST} code points
     * @param language a canonical tag
     */
    public static FormerPost of(String body, @Nullable String language, Instant publishedAt) {
        var rendered = new Rendition(Markdown.render(body), List.of()).shown().rendered();
        var title = WellFormed.codePoints(body) <= PostText.NOTE ? null : title(rendered.excerpt());
        var tags = PostTags.withHashtags(List.of(), body);
        return new FormerPost(new PostText(title, null, body, language, tags, null), rendered, publishedAt);
    }

    private static String title(String excerpt) {
        var title = Excerpt.of(excerpt, TITLE);
        return WellFormed.line(title) && !Invisible.all(title) ? title : NO_TITLE;
    }

    public boolean isArticle() {
        return !text.isNote();
    }

    @Nullable
    String title() {
        return text.title();
    }

    Post by(long author, @Nullable String slug) {
        var draft = new PostDraft(text, Status.PUBLISHED, null, Visibility.PUBLIC, RepliesFrom.ANYONE, null);
        return Post.write(author, null, draft, rendered, slug, publishedAt);
    }
}
