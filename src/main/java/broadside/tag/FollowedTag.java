package broadside.tag;

import broadside.kit.json.JsonWriter;
import java.time.Instant;

/** A tag one follows, and since when. */
record FollowedTag(long id, String name, Instant since) {
    void write(JsonWriter json) {
        json.text("name", name).time("followedAt", since);
    }
}
