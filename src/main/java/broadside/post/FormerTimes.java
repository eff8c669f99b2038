package broadside.post;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When what was written elsewhere was what.
 *
 * @param published the first time; null: never
 * @param hidden    since when it is out of sight; null: it is not
 */
record FormerTimes(
        Instant created,
        Instant updated,
        @Nullable Instant published,
        @Nullable Instant hidden) {
    static FormerTimes published(Instant at) {
        return new FormerTimes(at, at, at, null);
    }
}
