package broadside.transfer;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Tells what an earlier run has brought from what stands in the source twice, however long it is: ids only grow, so what this run
 * has made has greater ones.
 */
final class Repeats {
    static final String REASON = "an earlier one has the same id, or is the same";

    private long first = Long.MAX_VALUE;
    /** Of batches whose end nobody heard of. */
    private final Set<String> pending = new HashSet<>();

    private Set<String> again = Set.of();

    void begin(List<? extends SourceRow> batch) {
        var keys = batch.stream().map(SourceRow::key).toList();
        var tried = new HashSet<>(pending);
        tried.retainAll(keys);
        again = tried;
        pending.addAll(keys);
    }

    List<Outcome> judge(List<Outcome> outcomes) {
        var judged = outcomes.stream().map(this::judge).toList();
        outcomes.forEach(outcome -> pending.remove(outcome.key()));
        outcomes.stream()
                .filter(outcome -> outcome.fate() == Outcome.Fate.TAKEN || outcome.fate() == Outcome.Fate.ADAPTED)
                .mapToLong(outcome -> Objects.requireNonNull(outcome.target()))
                .filter(target -> target > 0)
                .forEach(target -> first = Math.min(first, target));
        return judged;
    }

    private Outcome judge(Outcome outcome) {
        var target = outcome.target();
        var repeated = outcome.fate() == Outcome.Fate.PRESENT
                && target != null
                && target >= first
                && !again.contains(outcome.key());
        return repeated
                ? new Outcome(outcome.place(), outcome.key(), Outcome.Fate.SKIPPED, null, List.of(REASON))
                : outcome;
    }
}
