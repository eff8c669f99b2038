package broadside.follow;

import broadside.account.Viewer;
import broadside.kit.db.Sql;
import broadside.kit.db.Tx;
import broadside.kit.event.Event;
import broadside.kit.event.Outbox;
import broadside.kit.json.Times;
import broadside.kit.problem.Problem;
import broadside.kit.problem.ProblemType;
import broadside.kit.text.CaseFold;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;

/** Somebody and another in a transaction: what the first has to do with the second. */
record Pair(Tx tx, long one, long other) {
    private static final Sql SEEN = Sql.of("select id from visible_account(?) where username_key = ?");
    private static final Sql SEEN_BY_ID = Sql.of("select id from visible_account(?) where id = ?");
    /** Whom one has blocked one no longer sees, but still knows by name. */
    private static final Sql OR_BLOCKED = Sql.of("""
            union select b.blocked_id from block b join account a on a.id = b.blocked_id
            where b.account_id = ? and a.username_key = ?""");
    /** Neither is suspended or closed, or locks or unlocks herself, until the end of the transaction. */
    private static final Sql KEEP =
            Sql.of("select id from account where id in (?, ?) and suspended_at is null order by id for share");

    private static final Sql MUST_ASK = Sql.of("""
            with kept as (
              select id, locked from account where id in (?, ?) and suspended_at is null order by id for share)
            select kept.locked and not exists (select from follow where follower_id = ? and followed_id = a.id) as must
            from visible_account(?) a join kept on kept.id = a.id where a.id = ? and (select count(*) = 2 from kept)""");
    private static final Sql FOLLOWS = Sql.of("select from follow where follower_id = ? and followed_id = ?");

    /** The viewer and whom she sees under this name; fails with 404, and with 409 where that is herself. */
    static Future<Pair> seen(Tx tx, Viewer viewer, String username) {
        return tx.first(SEEN.with(viewer.id(), CaseFold.key(username)), row -> row.getLong("id"))
                .map(found -> pair(tx, viewer, found.orElseThrow(Problem::notFound)));
    }

    /** The viewer and whom she sees under this id. */
    static Future<Pair> seen(Tx tx, Viewer viewer, long id) {
        return tx.first(SEEN_BY_ID.with(viewer.id(), id), row -> row.getLong("id"))
                .map(found -> pair(tx, viewer, found.orElseThrow(Problem::notFound)));
    }

    /** The same, with whom she has blocked. */
    static Future<Pair> seenOrBlocked(Tx tx, Viewer viewer, String username) {
        var key = CaseFold.key(username);
        return tx.first(SEEN.with(viewer.id(), key).and(OR_BLOCKED, viewer.id(), key), row -> row.getLong("id"))
                .map(found -> pair(tx, viewer, found.orElseThrow(Problem::notFound)));
    }

    private static Pair pair(Tx tx, Viewer viewer, long other) {
        if (other == viewer.id()) {
            throw Problem.of(ProblemType.CONFLICT, "That is you.");
        }
        return new Pair(tx, viewer.id(), other);
    }

    /** What the other has to do with her. */
    Pair turned() {
        return new Pair(tx, /* one= */ other, /* other= */ one);
    }

    private Following following() {
        return new Following(one, other);
    }

    /** From here on, whatever happens between the two happens one after the other. */
    Future<Pair> held() {
        return Following.hold(tx, List.of(following())).map(this);
    }

    /** The same, and both stay here; fails with 404 where one no longer is. */
    Future<Pair> kept() {
        return held().compose(held -> tx.execute(KEEP.with(one, other))).map(kept -> {
            if (kept < 2) {
                throw Problem.notFound();
            }
            return this;
        });
    }

    /**
     * Whether she can only ask to follow the other, once nobody else can change it; both are kept. Fails with 404 where one no
     * longer is, or where a block has come in between.
     */
    Future<Boolean> mustAsk() {
        return tx.first(MUST_ASK.with(one, other, one, one, other), row -> row.getBoolean("must"))
                .map(found -> found.orElseThrow(Problem::notFound));
    }

    Future<Boolean> follows() {
        return tx.execute(FOLLOWS.with(one, other)).map(found -> found > 0);
    }

    /** Whether that changes anything. */
    Future<Boolean> follow(Instant now) {
        return following().begin(tx, now);
    }

    /** Whether that changes anything. */
    Future<Boolean> unfollow() {
        return following().end(tx);
    }

    /** Whether that changes anything. */
    Future<Boolean> begin(Tie tie, Instant now) {
        return tx.execute(tie.begin().with(one, other, Times.stored(now))).map(begun -> begun > 0);
    }

    /** Whether that changes anything. */
    Future<Boolean> end(Tie tie) {
        return tx.execute(tie.end().with(one, other)).map(ended -> ended > 0);
    }

    /** Tells that the first did something about the other, if anything has changed. */
    Future<Void> tell(boolean changed, String kind) {
        return changed ? Outbox.add(tx, event(kind)) : Future.succeededFuture();
    }

    /** Tells that the first ended a follow, if there was one: her own, or the other's, whose it says. */
    Future<Void> tellEnd(boolean changed, long follower) {
        return changed ? Outbox.add(tx, event("follow.ended").with("follower", follower)) : Future.succeededFuture();
    }

    private Event event(String kind) {
        return Event.of(kind, one, "account", other);
    }
}
