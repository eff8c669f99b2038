package broadside.post;

import broadside.kit.json.Fields;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads a post that was written elsewhere, and finds all that is wrong with it. */
final class FormerFields {
    private static final int LONGEST_SLUG = 500;

    private final Fields fields;
    private final Instant now;

    FormerFields(JsonObject members, Instant now) {
        this.fields = new Fields(members);
        this.now = now;
    }

    /** A null is as good as nothing. */
    PostDraft draft() {
        return PostDraft.read(fields, now, now);
    }

    /** A published post that does not say since when is of now. */
    FormerTimes times(Status status) {
        var published = past("publishedAt");
        if (published == null && status == Status.PUBLISHED) {
            published = now;
        }
        var created = first(past("createdAt"), published);
        var updated = first(past("updatedAt"), created);
        if (updated.isBefore(created)) {
            fields.reject("updatedAt", "range", "It must not be before createdAt.");
        }
        return new FormerTimes(created, updated, published, past("hiddenAt"));
    }

    private Instant first(@Nullable Instant time, @Nullable Instant other) {
        return time != null ? time : other != null ? other : now;
    }

    private @Nullable Instant past(String name) {
        var time = fields.time(name);
        if (time != null && time.isAfter(now)) {
            fields.reject(name, "range", "It must not be in the future.");
        }
        return time;
    }

    /** Whatever form it has. */
    @Nullable
    String slug(PostText text) {
        var slug = fields.text("slug").length(1, LONGEST_SLUG).value();
        if (slug != null && text.isNote()) {
            fields.reject("slug", "not-allowed", "Only an article has one: give a title too.");
        }
        return slug;
    }

    void done() {
        fields.done();
    }
}
