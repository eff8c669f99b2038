package broadside.transfer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a row.
 *
 * @param place   where it stands, for people to find it
 * @param target  id of what it is here; null where it is nothing
 * @param reasons why it was skipped, or what was changed; each the end of a sentence about it
 */
public record Outcome(
        String place, String key, Fate fate, @Nullable Long target, List<String> reasons) {
    /** In one word. */
    public enum Fate {
        TAKEN,
        ADAPTED,
        /** An earlier run has taken it. */
        PRESENT,
        SKIPPED
    }

    static Outcome present(SourceRow row, long target) {
        return new Outcome(row.place(), row.key(), Fate.PRESENT, target, List.of());
    }

    /** @param reasons why, each the end of a sentence about it */
    public static Outcome skipped(SourceRow row, String... reasons) {
        return new Outcome(row.place(), row.key(), Fate.SKIPPED, null, List.of(reasons));
    }

    /** @param changes beside those that reading it took */
    static Outcome taken(SourceRow row, long target, List<String> changes) {
        var all = new ArrayList<>(row.changes());
        all.addAll(changes);
        return new Outcome(row.place(), row.key(), all.isEmpty() ? Fate.TAKEN : Fate.ADAPTED, target, List.copyOf(all));
    }
}
