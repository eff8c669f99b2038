package broadside.kit.event;

import broadside.kit.db.Announcement;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, told in the transaction that did it.
 *
 * @param kind        noun and past verb, {@code post.published}
 * @param actorId     the account that did it; null: the program
 * @param subjectType what it happened to, {@code post}
 * @param data        ids and names of changed members; never texts or secrets
 */
public record Event(String kind, @Nullable Long actorId, String subjectType, long subjectId, JsonObject data)
        implements Announcement {
    public static Event of(String kind, @Nullable Long actorId, String subjectType, long subjectId) {
        return new Event(kind, actorId, subjectType, subjectId, new JsonObject());
    }

    public Event with(String name, Object value) {
        return new Event(kind, actorId, subjectType, subjectId, data.copy().put(name, value));
    }
}
