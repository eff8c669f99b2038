package broadside.transfer;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A post of the source, by a user of the source. */
public record SourcePost(
        long id,
        @Nullable Long author,
        @Nullable String text,
        @Nullable String language,
        @Nullable Instant at,
        List<String> changes)
        implements SourceRow {
    @Override
    public String key() {
        return Long.toString(id);
    }
}
