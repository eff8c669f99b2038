package broadside.transfer;

import broadside.reaction.FormerLikes;
import java.util.List;

/** Who is to like a post. */
public record SeedLikes(long post, List<FormerLikes.Like> likes) implements SourceRow {
    @Override
    public String key() {
        return "post " + post;
    }

    @Override
    public List<String> changes() {
        return List.of();
    }
}
