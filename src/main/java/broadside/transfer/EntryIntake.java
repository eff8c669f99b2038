package broadside.transfer;

import broadside.account.AccountQueries;
import broadside.kit.db.Tx;
import broadside.kit.text.CaseFold;
import broadside.post.Arrival;
import broadside.post.FormerPost;
import broadside.post.Posts;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Posts become posts of accounts that are here, in the same order; replies find what they answer among those before them. */
final class EntryIntake implements Intake<SourceEntry> {
    private final Ledger ledger;
    private final Posts posts;

    EntryIntake(Ledger ledger, Posts posts) {
        this.ledger = ledger;
        this.posts = posts;
    }

    @Override
    public Kind kind() {
        return Kind.POST;
    }

    @Override
    public Future<List<Outcome>> take(Tx tx, List<SourceEntry> fresh) {
        var names = fresh.stream()
                .flatMap(entry -> Stream.ofNullable(entry.author()))
                .distinct()
                .toList();
        var answered = fresh.stream()
                .flatMap(entry -> Stream.ofNullable(entry.answers()))
                .distinct()
                .toList();
        return AccountQueries.ids(tx, names).compose(authors -> ledger.claim(tx, authors.values())
                .compose(claimed -> ledger.known(tx, kind(), answered))
                .compose(here -> take(tx, fresh, authors, new HashMap<>(here))));
    }

    /** @param here what posts of the source have become, by key; more come to it */
    private Future<List<Outcome>> take(
            Tx tx, List<SourceEntry> fresh, Map<String, Long> authors, Map<String, Long> here) {
        return Intake.inTurn(fresh, entry -> take(tx, entry, authors, here).onSuccess(outcome -> {
            if (outcome.target() != null) {
                here.put(entry.key(), outcome.target());
            }
        }));
    }

    private Future<Outcome> take(Tx tx, SourceEntry entry, Map<String, Long> authors, Map<String, Long> here) {
        var faults = faults(entry, authors, here);
        if (!faults.isEmpty()) {
            return Future.succeededFuture(Outcome.skipped(entry, faults.toArray(String[]::new)));
        }
        var author = Objects.requireNonNull(authors.get(CaseFold.key(Objects.requireNonNull(entry.author()))));
        var post = Objects.requireNonNull(entry.post());
        return ledger.rehearsal()
                ? Future.succeededFuture(Outcome.taken(entry, 0, List.of()))
                : posts.publishAgain(tx, author, post, answered(entry, here))
                        .map(arrival -> Outcome.taken(entry, arrival.id(), changes(post, arrival)));
    }

    private static List<String> faults(SourceEntry entry, Map<String, Long> authors, Map<String, Long> here) {
        var faults = new ArrayList<>(entry.faults());
        if (entry.author() != null && !authors.containsKey(CaseFold.key(entry.author()))) {
            faults.add("author: Nobody here is called " + entry.author());
        }
        if (here.containsKey(entry.key())) {
            faults.add(Repeats.REASON);
        }
        return faults;
    }

    /** What the source has that is not here has no id here. */
    private static @Nullable Long answered(SourceEntry entry, Map<String, Long> here) {
        return entry.answers() == null ? null : here.getOrDefault(entry.answers(), 0L);
    }

    private static List<String> changes(FormerPost post, Arrival arrival) {
        var changes = new ArrayList<String>();
        if (post.slug() != null && !post.slug().equals(arrival.slug())) {
            changes.add("had the address " + post.slug() + ", has " + arrival.slug());
        }
        if (arrival.alone()) {
            changes.add("answers what is not here, stands for itself");
        }
        return changes;
    }
}
