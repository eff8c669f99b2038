package broadside.transfer;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user of the source.
 *
 * @param firstSeen when she came
 * @param firstPost when she wrote the first time
 */
public record SourceUser(
        long id,
        @Nullable String username,
        @Nullable String email,
        @Nullable String passwordHash,
        @Nullable String aboutMe,
        @Nullable Instant firstSeen,
        @Nullable Instant lastSeen,
        @Nullable Instant firstPost,
        List<String> changes)
        implements SourceRow {
    @Override
    public String key() {
        return Long.toString(id);
    }

    /** Without the hash, which has no place in a log. */
    @Override
    public String toString() {
        return "user " + id;
    }
}
