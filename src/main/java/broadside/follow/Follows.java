package broadside.follow;

import broadside.account.Viewer;
import broadside.kit.db.Db;
import broadside.kit.problem.Problem;
import io.vertx.core.Future;
import java.time.Clock;

/** The door of following, blocking and muting. Doing it twice changes nothing and tells nobody. */
public final class Follows {
    private final Db db;
    private final Clock clock;

    public Follows(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * Follows an account: its posts for followers can be read, and all of them are in one's home timeline. One that is locked is
     * asked instead.
     *
     * @return whether one follows it now
     */
    public Future<Boolean> follow(Viewer viewer, String username) {
        return db.transaction(
                tx -> Pair.seen(tx, viewer, username).compose(Pair::held).compose(pair -> pair.mustAsk()
                        .compose(must ->
                                must ? ask(pair).map(false) : follow(pair).map(true))));
    }

    /**
     * The same by id; fails with 404 where the viewer does not see the account.
     *
     * @return whether that changes anything
     */
    public Future<Boolean> begin(Viewer viewer, long account) {
        return db.transaction(
                tx -> Pair.seen(tx, viewer, account).compose(Pair::held).compose(pair -> pair.mustAsk()
                        .compose(must -> must ? ask(pair) : follow(pair))));
    }

    /** Whether that changes anything. */
    private Future<Boolean> ask(Pair pair) {
        return pair.begin(Tie.REQUEST, clock.instant())
                .compose(asked -> pair.tell(asked, "follow.requested").map(asked));
    }

    private Future<Boolean> follow(Pair pair) {
        return pair.follow(clock.instant())
                .compose(begun -> pair.tell(begun, "follow.begun").map(begun));
    }

    /** Follows it no more, and no longer asks to. */
    public Future<Void> unfollow(Viewer viewer, String username) {
        return db.transaction(tx ->
                        Pair.seen(tx, viewer, username).compose(Pair::held).compose(Follows::leave))
                .mapEmpty();
    }

    /**
     * The same by id; fails with 404 where the viewer does not see the account.
     *
     * @return whether that changes anything
     */
    public Future<Boolean> end(Viewer viewer, long account) {
        return db.transaction(
                tx -> Pair.seen(tx, viewer, account).compose(Pair::held).compose(Follows::leave));
    }

    private static Future<Boolean> leave(Pair pair) {
        return unfollow(pair).compose(ended -> withdraw(pair).map(withdrawn -> ended || withdrawn));
    }

    /** Is followed no more by an account. */
    Future<Void> lose(Viewer viewer, String username) {
        return db.transaction(
                tx -> Pair.seen(tx, viewer, username).compose(Pair::held).compose(Follows::drop));
    }

    private static Future<Boolean> unfollow(Pair pair) {
        return pair.unfollow().compose(ended -> pair.tellEnd(ended, pair.one()).map(ended));
    }

    /** The other follows her no more; she did it. */
    private static Future<Void> drop(Pair pair) {
        return pair.turned().unfollow().compose(ended -> pair.tellEnd(ended, pair.other()));
    }

    private static Future<Boolean> withdraw(Pair pair) {
        return pair.end(Tie.REQUEST)
                .compose(ended -> pair.tell(ended, "follow.withdrawn").map(ended));
    }

    /** Takes an account that asked as a follower; fails with 404 where it neither asks nor follows. */
    Future<Void> accept(Viewer viewer, String username) {
        return db.transaction(
                tx -> Pair.seen(tx, viewer, username).compose(Pair::kept).compose(this::accept));
    }

    private Future<Void> accept(Pair pair) {
        var asker = pair.turned();
        return asker.end(Tie.REQUEST)
                .compose(asked -> asked ? asker.follow(clock.instant()) : settled(asker))
                .compose(begun -> pair.tell(begun, "follow.accepted"));
    }

    /** It is a follower already, so that nothing changes. */
    private static Future<Boolean> settled(Pair asker) {
        return asker.follows().map(follows -> {
            if (!follows) {
                throw Problem.notFound();
            }
            return false;
        });
    }

    /** Turns down an account that asks to follow. */
    Future<Void> reject(Viewer viewer, String username) {
        return db.transaction(
                tx -> Pair.seen(tx, viewer, username).compose(Pair::held).compose(Follows::reject));
    }

    private static Future<Void> reject(Pair pair) {
        return pair.turned().end(Tie.REQUEST).compose(ended -> pair.tell(ended, "follow.rejected"));
    }

    /** Blocks an account: from now on neither sees the other, and neither follows the other or asks to. */
    Future<Void> block(Viewer viewer, String username) {
        return db.transaction(tx -> Pair.seenOrBlocked(tx, viewer, username)
                .compose(Pair::held)
                .compose(pair -> begin(pair, Tie.BLOCK, "block.begun")
                        .compose(blocked -> unfollow(pair))
                        .compose(ended -> drop(pair))
                        .compose(ended -> withdraw(pair))
                        .compose(ended -> reject(pair))));
    }

    Future<Void> unblock(Viewer viewer, String username) {
        return db.transaction(
                tx -> Pair.seenOrBlocked(tx, viewer, username).compose(pair -> end(pair, Tie.BLOCK, "block.ended")));
    }

    /** Mutes an account: its posts stay out of lists of many authors. */
    Future<Void> mute(Viewer viewer, String username) {
        return db.transaction(
                tx -> Pair.seen(tx, viewer, username).compose(pair -> begin(pair, Tie.MUTE, "mute.begun")));
    }

    Future<Void> unmute(Viewer viewer, String username) {
        return db.transaction(tx -> Pair.seen(tx, viewer, username).compose(pair -> end(pair, Tie.MUTE, "mute.ended")));
    }

    private Future<Void> begin(Pair pair, Tie tie, String kind) {
        return pair.begin(tie, clock.instant()).compose(begun -> pair.tell(begun, kind));
    }

    private static Future<Void> end(Pair pair, Tie tie, String kind) {
        return pair.end(tie).compose(ended -> pair.tell(ended, kind));
    }
}
