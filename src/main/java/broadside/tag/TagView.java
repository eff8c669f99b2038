package broadside.tag;

import broadside.kit.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * A tag as it is shown.
 *
 * @param posts     with this tag for everybody, counted up to a thousand
 * @param followed  by the viewer; null to somebody not logged in
 */
record TagView(
        String name, long posts, long followers, @Nullable Boolean followed) {
    void write(JsonWriter json) {
        json.text("name", name)
                .object("counts", counts -> counts.number("posts", posts).number("followers", followers));
        if (followed != null) {
            json.flag("followed", followed);
        }
    }
}
