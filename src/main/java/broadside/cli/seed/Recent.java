package broadside.cli.seed;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The last posts, which somebody may answer. */
final class Recent {
    private static final int MOST = 300;
    private static final int DEEPEST = 8;

    /** @param depth of posts above it */
    record Kept(long id, int depth) {}

    private final List<Kept> posts = new ArrayList<>();
    private int next;

    void add(long id, int depth) {
        if (depth >= DEEPEST) {
            return;
        }
        if (posts.size() < MOST) {
            posts.add(new Kept(id, depth));
        } else {
            posts.set(next++ % MOST, new Kept(id, depth));
        }
    }

    /** One of them; null where there is none yet. */
    @Nullable
    Kept pick(Dice dice) {
        return posts.isEmpty() ? null : dice.pick(posts);
    }
}
