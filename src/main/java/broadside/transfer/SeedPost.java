package broadside.transfer;

import broadside.post.FormerPost;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post that is to be here for a try.
 *
 * @param place   where it comes from, for people to find it
 * @param answers id of the post it answers; null: none
 */
public record SeedPost(
        String place,
        long author,
        FormerPost post,
        @Nullable Long answers) implements SourceRow {
    @Override
    public String key() {
        return place;
    }

    @Override
    public List<String> changes() {
        return List.of();
    }
}
