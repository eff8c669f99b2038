package broadside.post;

import broadside.kit.json.Fields;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A post as its author wants it.
 *
 * @param publishAt there when the status is scheduled, and only then
 * @param replyTo   id of the post it answers
 */
record PostDraft(
        PostText text,
        Status status,
        @Nullable Instant publishAt,
        Visibility visibility,
        RepliesFrom repliesFrom,
        @Nullable Long replyTo) {
    private static final Duration FARTHEST = Duration.ofDays(3_653);
    private static final List<String> NEVER_NULL = List.of(
            "title",
            "summary",
            "language",
            "tags",
            "coverUrl",
            "status",
            "publishAt",
            "visibility",
            "repliesFrom",
            "replyTo");

    /** Reads a body; a post is published and public unless it says otherwise. */
    static PostDraft from(JsonObject json, Instant now) {
        var fields = new Fields(json);
        NEVER_NULL.forEach(fields::notNull);
        var draft = read(fields, now, now);
        fields.done();
        return draft;
    }

    /** @param after the time of publication must come later */
    static PostDraft read(Fields fields, Instant after, Instant now) {
        var text = PostText.read(fields);
        var status = fields.choice("status", Status.class);
        var publishAt = fields.time("publishAt");
        var visibility = fields.choice("visibility", Visibility.class);
        var repliesFrom = fields.choice("repliesFrom", RepliesFrom.class);
        var replyTo = fields.id("replyTo");
        if (replyTo != null && !text.isNote()) {
            fields.reject("title", "not-allowed", "A reply is a note.");
        }
        if (publishAt != null && !(publishAt.isAfter(after) && publishAt.isBefore(now.plus(FARTHEST)))) {
            fields.reject("publishAt", "range", "It must be in the future, within ten years.");
        }
        return new PostDraft(
                text,
                status(fields, status, publishAt),
                publishAt,
                visibility == null ? Visibility.PUBLIC : visibility,
                repliesFrom == null ? RepliesFrom.ANYONE : repliesFrom,
                replyTo);
    }

    private static Status status(Fields fields, @Nullable Status asked, @Nullable Instant publishAt) {
        var wrong = asked == null && fields.has("status");
        var status = asked == null ? Status.PUBLISHED : asked;
        if (status == Status.SCHEDULED && publishAt == null) {
            fields.reject("publishAt", "required", "Say when a scheduled post is to be published.");
        } else if (status != Status.SCHEDULED && publishAt != null && !wrong) {
            fields.reject("publishAt", "not-allowed", "Only a scheduled post has one.");
        }
        return status;
    }

    /**
     * As its author would send it, for a patch to be laid over.
     *
     * @param newBody whether the body is to change, and in a note the tags that stand in it with it
     */
    JsonObject json(boolean newBody) {
        var tags = newBody && text.isNote() ? PostTags.withoutHashtags(text.tags(), text.body()) : text.tags();
        return new JsonObject()
                .put("title", text.title())
                .put("summary", text.summary())
                .put("body", text.body())
                .put("language", text.language())
                .put("tags", new JsonArray(tags))
                .put("coverUrl", text.coverUrl())
                .put("status", status.word())
                .put("publishAt", publishAt == null ? null : publishAt.toString())
                .put("visibility", visibility.word())
                .put("repliesFrom", repliesFrom.word())
                .put("replyTo", replyTo == null ? null : Long.toString(replyTo));
    }

    /** The same post with another text. */
    PostDraft saying(PostText other) {
        return new PostDraft(other, status, publishAt, visibility, repliesFrom, replyTo);
    }

    /** The same post for no more people than these. */
    PostDraft within(Visibility widest) {
        return new PostDraft(text, status, publishAt, visibility.within(widest), repliesFrom, replyTo);
    }

    /** Names of the members that differ from what was before. */
    List<String> changesSince(PostDraft before) {
        return Stream.of(
                        name("title", text.title(), before.text.title()),
                        name("summary", text.summary(), before.text.summary()),
                        name("body", text.body(), before.text.body()),
                        name("language", text.language(), before.text.language()),
                        name("tags", text.tags(), before.text.tags()),
                        name("coverUrl", text.coverUrl(), before.text.coverUrl()),
                        name("status", status, before.status),
                        name("publishAt", publishAt, before.publishAt),
                        name("visibility", visibility, before.visibility),
                        name("repliesFrom", repliesFrom, before.repliesFrom))
                .flatMap(names -> names)
                .toList();
    }

    private static Stream<String> name(String name, @Nullable Object after, @Nullable Object before) {
        return Objects.equals(after, before) ? Stream.empty() : Stream.of(name);
    }
}
