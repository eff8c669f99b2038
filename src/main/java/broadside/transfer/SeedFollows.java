package broadside.transfer;

import java.time.Instant;
import java.util.List;

/** Whom somebody is to follow, and since when. */
public record SeedFollows(long follower, List<Long> followed, Instant since) implements SourceRow {
    @Override
    public String key() {
        return "account " + follower;
    }

    @Override
    public List<String> changes() {
        return List.of();
    }
}
