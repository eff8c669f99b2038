package broadside.post;

import broadside.kit.json.Fields;
import io.vertx.core.json.JsonObject;
import java.time.Instant;

/**
 * What an author changes about a post: a merge patch (RFC 7396) over the post as she would send it whole, judged by the same rules.
 */
record PostPatch(JsonObject json) {
    /** @throws broadside.kit.problem.Problem with everything wrong about the post as it would be */
    PostDraft onto(PostDraft before, Instant now) {
        var fields = new Fields(over(before.json(json.containsKey("body"))));
        fields.notNull("status");
        fields.notNull("visibility");
        fields.notNull("repliesFrom");
        if (json.containsKey("replyTo")) {
            fields.reject("replyTo", "not-allowed", "A post stays where it was written.");
        }
        var after = PostDraft.read(fields, json.containsKey("publishAt") ? now : Instant.MIN, now);
        if (before.status() == Status.PUBLISHED && after.status() == Status.SCHEDULED) {
            fields.reject("status", "not-allowed", "It is published: make it a draft first.");
        }
        fields.done();
        return after;
    }

    /** What is no longer scheduled needs no word about its time. */
    private JsonObject over(JsonObject before) {
        var after = before.mergeIn(json);
        if (!json.containsKey("publishAt") && !Status.SCHEDULED.word().equals(after.getValue("status"))) {
            after.remove("publishAt");
        }
        return after;
    }
}
