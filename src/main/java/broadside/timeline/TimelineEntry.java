package broadside.timeline;

import broadside.account.AccountSummary;
import broadside.kit.json.JsonWriter;
import broadside.post.PostView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A post in a timeline.
 *
 * @param at         when it was published or reposted
 * @param repostedBy whoever reposted it; null where it stands in its author's own right
 */
record TimelineEntry(Instant at, long id, @Nullable AccountSummary repostedBy, PostView post) {
    void write(JsonWriter json) {
        json.time("at", at);
        if (repostedBy != null) {
            json.object("repostedBy", repostedBy::write);
        }
        json.object("post", post::write);
    }
}
