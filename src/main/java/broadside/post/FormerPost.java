package broadside.post;

import broadside.kit.problem.Problem;
import broadside.kit.text.Excerpt;
import broadside.kit.text.Invisible;
import broadside.kit.text.Markdown;
import broadside.kit.text.Rendered;
import broadside.kit.text.WellFormed;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that was written elsewhere. Names in it are those of elsewhere, and lead to nobody here. */
public final class FormerPost {
    /** The most code points a text may have. */
    public static final int LONGEST = PostText.ARTICLE;

    /** The most code points a text without a title may have. */
    public static final int LONGEST_NOTE = PostText.NOTE;

    /** The most tags a post may have. */
    public static final int MOST_TAGS = PostTags.MOST;

    private static final int TITLE = 80;
    private static final String NO_TITLE = "Post";

    private final PostDraft draft;
    private final Rendered rendered;
    private final FormerTimes times;
    private final @Nullable String slug;

    private FormerPost(PostDraft draft, FormerTimes times, @Nullable String slug) {
        this.draft = draft;
        this.rendered = rendered(draft.text().body());
        this.times = times;
        this.slug = slug;
    }

    /**
     * A text that was published. It is a note with its hashtags; one that is too long for a note becomes an article whose title is
     * how it begins. Renders it: not for an event loop.
     *
     * @param body     Markdown that shows something and can be stored, at most {@value #LONGEST} code points
     * @param language a canonical tag
     */
    public static FormerPost of(String body, @Nullable String language, Instant publishedAt) {
        var title = WellFormed.codePoints(body) <= PostText.NOTE ? null : title(body);
        var tags = PostTags.withHashtags(List.of(), body);
        var text = new PostText(title, null, body, language, tags, null);
        var draft = new PostDraft(text, Status.PUBLISHED, null, Visibility.PUBLIC, RepliesFrom.ANYONE, null);
        return new FormerPost(draft, FormerTimes.published(publishedAt), null);
    }

    /**
     * A post in the members of our own API, each judged as there, with those that only what was written elsewhere has:
     * {@code slug, createdAt, updatedAt, publishedAt, hiddenAt}. Renders it: not for an event loop.
     *
     * @param members {@code replyTo} is not among them
     * @throws Problem with every violation, when there is one
     */
    public static FormerPost read(JsonObject members, Instant now) {
        var fields = new FormerFields(members, now);
        var draft = fields.draft();
        var times = fields.times(draft.status());
        var slug = fields.slug(draft.text());
        fields.done();
        return new FormerPost(draft, times, slug);
    }

    private static Rendered rendered(String body) {
        return new Rendition(Markdown.render(body), List.of()).shown().rendered();
    }

    /** How a text begins, as a title for it. Renders it: not for an event loop. */
    public static String title(String body) {
        var title = Excerpt.of(rendered(body).excerpt(), TITLE);
        return WellFormed.line(title) && !Invisible.all(title) ? title : NO_TITLE;
    }

    public boolean isArticle() {
        return !draft.text().isNote();
    }

    @Nullable
    String title() {
        return draft.text().title();
    }

    /** The slug it had, whatever form that has; null: none. */
    public @Nullable String slug() {
        return slug;
    }

    /** @param given the slug it gets here */
    Post by(long author, @Nullable Parent parent, @Nullable String given) {
        var placed = parent == null ? draft : draft.within(parent.visibility());
        var post = Post.write(author, parent, placed, rendered, given, times.created());
        post.date(times);
        return post;
    }
}
