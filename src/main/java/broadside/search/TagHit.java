package broadside.search;

import broadside.kit.json.JsonWriter;
import java.time.Instant;

/**
 * A tag that was found.
 *
 * @param name     its key
 * @param latestAt when the newest post one may see was filed under it
 */
record TagHit(String name, Instant latestAt) {
    void write(JsonWriter json) {
        json.text("name", name).time("latestAt", latestAt);
    }
}
