package broadside.transfer;

import broadside.account.Newcomer;
import java.util.List;

/**
 * Somebody who is to be here for a try.
 *
 * @param place where she comes from, for people to find it
 * @param hash  of her password
 */
public record SeedAccount(String place, Newcomer newcomer, String hash) implements SourceRow {
    @Override
    public String key() {
        return place;
    }

    @Override
    public List<String> changes() {
        return List.of();
    }

    /** Without the hash, which has no place in a log. */
    @Override
    public String toString() {
        return place;
    }
}
