package broadside.transfer;

import broadside.follow.Following;
import broadside.kit.db.Sql;
import broadside.kit.db.Tx;
import broadside.kit.event.Event;
import broadside.kit.event.Outbox;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Who followed whom there does so here, from now on: the source does not know since when. */
final class FollowIntake implements Intake<SourceFollow> {
    private static final Sql BLOCKS = Sql.of("""
            select account_id, blocked_id from block where account_id = any(?) and blocked_id = any(?)""");

    private final Ledger ledger;
    private final Clock clock;

    FollowIntake(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public Kind kind() {
        return Kind.FOLLOW;
    }

    @Override
    public Future<List<Outcome>> take(Tx tx, List<SourceFollow> fresh) {
        var people = fresh.stream().flatMap(follow -> Stream.of(follow.follower(), follow.followed()));
        return ledger.accounts(tx, People.in(people)).compose(accounts -> ledger.claim(tx, accounts.values())
                .compose(claimed -> blocks(tx, accounts))
                .compose(blocks -> take(tx, fresh, accounts, blocks)));
    }

    private static Future<Set<Following>> blocks(Tx tx, Map<Long, Long> accounts) {
        var ids = accounts.values().toArray(Long[]::new);
        return tx.list(
                        BLOCKS.with(ids, ids),
                        row -> new Following(row.getLong("account_id"), row.getLong("blocked_id")))
                .map(Set::copyOf);
    }

    private Future<List<Outcome>> take(
            Tx tx, List<SourceFollow> fresh, Map<Long, Long> accounts, Set<Following> blocks) {
        var outcomes =
                fresh.stream().map(follow -> judge(follow, accounts, blocks)).toList();
        var pairs = fresh.stream()
                .filter(follow -> fault(follow, accounts, blocks).isEmpty())
                .map(follow -> pair(follow, accounts))
                .toList();
        return (ledger.rehearsal() ? Future.succeededFuture() : follow(tx, pairs)).map(outcomes);
    }

    private static Outcome judge(SourceFollow follow, Map<Long, Long> accounts, Set<Following> blocks) {
        return fault(follow, accounts, blocks)
                .map(reason -> Outcome.skipped(follow, reason))
                .orElseGet(() -> Outcome.taken(follow, People.account(follow.followed(), accounts), List.of()));
    }

    private static Optional<String> fault(SourceFollow follow, Map<Long, Long> accounts, Set<Following> blocks) {
        return People.missing("follower", follow.follower(), accounts)
                .or(() -> People.missing("followed", follow.followed(), accounts))
                .or(() -> follow.key().equals(follow.followed() + ">" + follow.follower())
                        ? Optional.of("nobody follows herself here")
                        : Optional.empty())
                .or(() -> apart(pair(follow, accounts), blocks)
                        ? Optional.of("one of the two has blocked the other here")
                        : Optional.empty());
    }

    private static Following pair(SourceFollow follow, Map<Long, Long> accounts) {
        return new Following(People.account(follow.follower(), accounts), People.account(follow.followed(), accounts));
    }

    private static boolean apart(Following pair, Set<Following> blocks) {
        return blocks.contains(pair)
                || blocks.contains(new Following(/* follower= */ pair.followed(), /* followed= */ pair.follower()));
    }

    private Future<?> follow(Tx tx, List<Following> pairs) {
        return Following.begin(tx, pairs, clock.instant())
                .compose(begun ->
                        Intake.inTurn(begun, pair -> Outbox.add(tx, event(pair)).map(pair)));
    }

    private static Event event(Following pair) {
        return Event.of("follow.imported", pair.follower(), "account", pair.followed());
    }
}
