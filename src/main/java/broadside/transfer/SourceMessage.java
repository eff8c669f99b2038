package broadside.transfer;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A private message of the source, between users of the source.
 *
 * @param seen whether its recipient has looked at her messages since
 */
public record SourceMessage(
        long id,
        @Nullable Long sender,
        @Nullable Long recipient,
        @Nullable String text,
        @Nullable Instant at,
        boolean seen,
        List<String> changes)
        implements SourceRow {
    @Override
    public String key() {
        return Long.toString(id);
    }
}
