package broadside.transfer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That one user of the source follows another.
 *
 * @param rows how often that stands there
 */
public record SourceFollow(
        @Nullable Long follower, @Nullable Long followed, long rows) implements SourceRow {
    @Override
    public String key() {
        return follower + ">" + followed;
    }

    @Override
    public List<String> changes() {
        return rows == 1 ? List.of() : List.of("stood there " + rows + " times");
    }
}
