package broadside.follow;

import broadside.kit.db.Db;
import broadside.kit.db.Sql;
import broadside.kit.db.Tx;
import broadside.kit.event.Event;
import broadside.kit.event.Outbox;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;

/** Accepts whoever waits for an account that was unlocked, which takes everybody now. In short transactions, however many wait. */
public final class Unlocked {
    private static final int BATCH = 200;
    private static final Sql NEXT = Sql.of("select account_id, at from unlocking order by at limit 1");
    private static final Sql CHOSEN = Sql.of("""
            select r.follower_id from follow_request r join account me on me.id = r.followed_id
            join account asker on asker.id = r.follower_id
            where r.followed_id = ? and not me.locked and me.closed_at is null and asker.closed_at is null
            order by r.created_at, r.follower_id limit ?""");
    /** Of these, who asks still, once nobody can change that, and nobody closes or locks an account. */
    private static final Sql STILL = Sql.of("""
            with kept as (
              select id, locked from account where id = any (?) and closed_at is null order by id for share)
            select r.follower_id from follow_request r join kept asker on asker.id = r.follower_id
            join kept me on me.id = r.followed_id where r.followed_id = ? and not me.locked""");
    /** Unless it was locked and unlocked again meanwhile. */
    private static final Sql DONE = Sql.of("delete from unlocking where account_id = ? and at = ?");

    private final Db db;
    private final Clock clock;

    public Unlocked(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    private record Unlocking(long account, OffsetDateTime at) {
        static Unlocking of(Row row) {
            return new Unlocking(row.getLong("account_id"), row.getOffsetDateTime("at"));
        }
    }

    /** Accepts all who wait now. */
    public Future<Void> accept() {
        return db.transaction(tx -> tx.first(NEXT.with(), Unlocking::of))
                .compose(next -> next.map(this::accept).orElse(Future.succeededFuture()));
    }

    private Future<Void> accept(Unlocking unlocking) {
        return db.transaction(tx -> some(tx, unlocking.account()))
                .compose(found -> found ? accept(unlocking) : done(unlocking).compose(done -> accept()));
    }

    private Future<?> done(Unlocking unlocking) {
        return db.transaction(tx -> tx.execute(DONE.with(unlocking.account(), unlocking.at())));
    }

    /** Whether anybody was waiting. */
    private Future<Boolean> some(Tx tx, long account) {
        return tx.list(CHOSEN.with(account, BATCH), row -> new Following(row.getLong("follower_id"), account))
                .compose(chosen -> chosen.isEmpty()
                        ? Future.succeededFuture(false)
                        : accept(tx, account, chosen).map(true));
    }

    private Future<Void> accept(Tx tx, long account, List<Following> chosen) {
        return Following.hold(tx, chosen)
                .compose(held -> tx.list(
                        STILL.with(Following.people(chosen), account),
                        row -> new Following(row.getLong("follower_id"), account)))
                .compose(still -> Following.begin(tx, still, clock.instant()))
                .compose(begun -> Outbox.addEach(
                        tx,
                        Event.of("follow.accepted", account, "account", account),
                        begun.stream().map(Following::follower).toList()));
    }
}
