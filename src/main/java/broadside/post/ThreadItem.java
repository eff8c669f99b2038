package broadside.post;

import broadside.kit.json.JsonWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in a thread.
 *
 * @param path ids from the first post of the thread to this one
 * @param post null where it is gone or not for the viewer, which nobody can tell apart
 */
record ThreadItem(List<Long> path, @Nullable PostView post) {
    long id() {
        return path.get(depth());
    }

    /** How many posts stand above it. */
    int depth() {
        return path.size() - 1;
    }

    void write(JsonWriter json) {
        json.id("id", id())
                .text("replyTo", depth() == 0 ? null : Long.toString(path.get(depth() - 1)))
                .number("depth", depth());
        if (post != null) {
            json.object("post", post::write);
        }
    }
}
