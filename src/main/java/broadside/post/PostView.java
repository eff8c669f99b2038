package broadside.post;

import broadside.account.AccountSummary;
import broadside.kit.json.JsonWriter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post as it is shown.
 *
 * @param body      the Markdown; null to anybody but the author
 * @param publishAt null to anybody but the author
 * @param mentions  names of those it mentions whom the viewer may see
 * @param replyHidden whether it was hidden under a post above it
 * @param series    the one it stands in; null: none
 * @param viewing   what the viewer did with it; null to somebody not logged in
 * @param hidden    by moderators, so that only the author and they see it
 */
public record PostView(
        long id,
        AccountSummary author,
        @Nullable String title,
        @Nullable String slug,
        @Nullable String summary,
        @Nullable String body,
        String html,
        String excerpt,
        @Nullable String language,
        List<String> tags,
        List<String> mentions,
        String status,
        String visibility,
        @Nullable String coverUrl,
        @Nullable Instant publishAt,
        @Nullable Instant publishedAt,
        Instant createdAt,
        Instant updatedAt,
        int readingMinutes,
        @Nullable Long replyTo,
        String repliesFrom,
        boolean replyHidden,
        Counts counts,
        @Nullable Place series,
        @Nullable Viewing viewing,
        boolean hidden,
        int version) {
    /** What others did with it. */
    public record Counts(long replies, long likes, long reposts) {
        void write(JsonWriter json) {
            json.number("replies", replies).number("likes", likes).number("reposts", reposts);
        }
    }

    /**
     * Where it stands in a series.
     *
     * @param previous id of the nearest post before it that the viewer may see; null: none
     */
    public record Place(
            long id,
            String title,
            @Nullable Long previous,
            @Nullable Long next) {
        void write(JsonWriter json) {
            json.id("id", id)
                    .text("title", title)
                    .text("previous", previous == null ? null : Long.toString(previous))
                    .text("next", next == null ? null : Long.toString(next));
        }
    }

    /** What the viewer did with it. */
    public record Viewing(boolean liked, boolean bookmarked, boolean reposted) {
        void write(JsonWriter json) {
            json.flag("liked", liked).flag("bookmarked", bookmarked).flag("reposted", reposted);
        }
    }

    public void write(JsonWriter json) {
        json.id("id", id)
                .object("author", author::write)
                .text("kind", (title == null ? Kind.NOTE : Kind.ARTICLE).word())
                .text("title", title)
                .text("slug", slug)
                .text("summary", summary);
        if (body != null) {
            json.text("body", body);
        }
        json.text("html", html)
                .text("excerpt", excerpt)
                .text("language", language)
                .texts("tags", tags);
        if (!mentions.isEmpty()) {
            json.texts("mentions", mentions);
        }
        json.text("status", status)
                .text("visibility", visibility)
                .text("coverUrl", coverUrl)
                .time("publishAt", publishAt)
                .time("publishedAt", publishedAt)
                .time("createdAt", createdAt)
                .time("updatedAt", updatedAt)
                .number("readingMinutes", readingMinutes)
                .text("replyTo", replyTo == null ? null : Long.toString(replyTo))
                .text("repliesFrom", repliesFrom)
                .object("counts", counts::write);
        if (replyHidden) {
            json.flag("replyHidden", true);
        }
        if (series != null) {
            json.object("series", series::write);
        }
        if (viewing != null) {
            json.object("viewer", viewing::write);
        }
        if (hidden) {
            json.flag("hidden", true);
        }
    }
}
