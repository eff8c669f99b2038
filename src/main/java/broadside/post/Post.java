package broadside.post;

import broadside.kit.json.Times;
import broadside.kit.text.Rendered;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Something somebody wrote. */
@Entity(name = "post")
final class Post {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(updatable = false)
    private long authorId;

    @Column
    private @Nullable Long parentId;

    @Column(columnDefinition = "bigint[]", updatable = false)
    private Long[] ancestors = {};

    @Column(columnDefinition = "text")
    private String repliesFrom = RepliesFrom.ANYONE.word();

    @Column(insertable = false, updatable = false)
    private @Nullable Long replyHiddenBy;

    @Column(columnDefinition = "text")
    private @Nullable String title;

    @Column(columnDefinition = "text")
    private @Nullable String slug;

    @Column(columnDefinition = "text")
    private @Nullable String summary;

    @Column(columnDefinition = "text")
    private String body = "";

    @Column(columnDefinition = "text")
    private String html = "";

    @Column(columnDefinition = "text")
    private String excerpt = "";

    @Column
    private int readingMinutes;

    @Column(columnDefinition = "text")
    private @Nullable String language;

    @Column(columnDefinition = "text[]")
    private String[] tags = {};

    @Column(columnDefinition = "text")
    private @Nullable String coverUrl;

    @Column(columnDefinition = "text")
    private String status = Status.DRAFT.word();

    @Column(columnDefinition = "text")
    private String visibility = Visibility.PUBLIC.word();

    @Column
    private @Nullable Instant publishAt;

    @Column
    private @Nullable Instant publishedAt;

    @Column
    private @Nullable Instant hiddenAt;

    @Column(updatable = false)
    private Instant createdAt = Instant.EPOCH;

    @Column
    private Instant updatedAt = Instant.EPOCH;

    @Version
    private int version;

    Post() {}

    /**
     * @param parent the post it answers; null: none
     * @param slug   of its own, null for a note
     */
    static Post write(
            long author,
            @Nullable Parent parent,
            PostDraft draft,
            Rendered rendered,
            @Nullable String slug,
            Instant now) {
        var post = new Post();
        post.authorId = author;
        if (parent != null) {
            post.parentId = parent.id();
            post.ancestors = parent.path().toArray(Long[]::new);
        }
        post.createdAt = Times.stored(now);
        post.updatedAt = post.createdAt;
        post.show(rendered);
        post.set(draft, slug, now);
        return post;
    }

    /** Gives what was written elsewhere the times it had there. */
    void date(FormerTimes times) {
        createdAt = Times.stored(times.created());
        updatedAt = Times.stored(times.updated());
        publishedAt = times.published() == null ? null : Times.stored(times.published());
        hiddenAt = times.hidden() == null ? null : Times.stored(times.hidden());
    }

    /** @param rendered the new body; null where the body stays */
    void edit(PostDraft draft, @Nullable Rendered rendered, @Nullable String newSlug, Instant now) {
        if (rendered != null) {
            show(rendered);
        }
        set(draft, newSlug, now);
        touch(now);
    }

    private void show(Rendered rendered) {
        html = rendered.html();
        excerpt = rendered.excerpt();
        readingMinutes = rendered.readingMinutes();
    }

    private void set(PostDraft draft, @Nullable String newSlug, Instant now) {
        var text = draft.text();
        title = text.title();
        slug = newSlug;
        summary = text.summary();
        body = text.body();
        language = text.language();
        tags = text.tags().toArray(String[]::new);
        coverUrl = text.coverUrl();
        visibility = draft.visibility().word();
        repliesFrom = draft.repliesFrom().word();
        move(draft.status(), draft.publishAt(), now);
    }

    private void move(Status to, @Nullable Instant at, Instant now) {
        if (to != Status.PUBLISHED) {
            status = to.word();
            publishAt = at;
        } else if (!published()) {
            publish(now);
        }
    }

    /** From now on its readers see it; one that was published before keeps its place in the lists. */
    void publish(Instant now) {
        status = Status.PUBLISHED.word();
        publishedAt = publishedAt == null ? Times.stored(now) : publishedAt;
    }

    /** It is not published after all: what it answers takes it no more. */
    void takeBack() {
        status = Status.DRAFT.word();
        publishAt = null;
    }

    /** Takes it out of everybody's sight but its author's; whether that changes anything. */
    boolean hide(Instant now) {
        var changes = hiddenAt == null;
        hiddenAt = changes ? Times.stored(now) : hiddenAt;
        return changes;
    }

    /** Brings it back into sight; whether that changes anything. */
    boolean unhide() {
        var changes = hiddenAt != null;
        hiddenAt = null;
        return changes;
    }

    /** An edit is later than the one before it, even where the clock is not. */
    private void touch(Instant now) {
        var next = updatedAt.plusMillis(1);
        updatedAt = Times.stored(now.isAfter(next) ? now : next);
    }

    /** As its author would write it now. */
    PostDraft draft() {
        var text = new PostText(title, summary, body, language, List.of(tags), coverUrl);
        var now = Status.of(status);
        return new PostDraft(
                text,
                now,
                now == Status.SCHEDULED ? publishAt : null,
                Visibility.of(visibility),
                RepliesFrom.of(repliesFrom),
                parentId);
    }

    /** Whether everybody may see it: a reply counts among the replies to its parent, any other post among its author's posts. */
    boolean counted() {
        return published() && hiddenAt == null && replyHiddenBy == null && visibility.equals(Visibility.PUBLIC.word());
    }

    /** Whether it is a matter for moderators: a draft that nobody saw is not. */
    boolean judged() {
        return published() || hiddenAt != null;
    }

    boolean published() {
        return status.equals(Status.PUBLISHED.word());
    }

    boolean isBy(long account) {
        return authorId == account;
    }

    long id() {
        return Objects.requireNonNull(id, "not stored yet");
    }

    long authorId() {
        return authorId;
    }

    @Nullable
    Long parentId() {
        return parentId;
    }

    @Nullable
    String slug() {
        return slug;
    }

    int version() {
        return version;
    }
}
