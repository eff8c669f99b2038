package broadside.transfer;

import broadside.follow.Following;
import broadside.kit.db.Db;
import broadside.kit.db.Sql;
import broadside.kit.db.Tx;
import broadside.kit.event.Event;
import broadside.kit.event.Outbox;
import broadside.post.Arrival;
import broadside.post.Posts;
import broadside.reaction.FormerLikes;
import broadside.session.Registrations;
import io.vertx.core.Future;
import java.util.List;
import java.util.stream.Stream;

/** The door of people and posts that are here for a try. Each batch is one transaction; nothing of it is told as news. */
public final class Seeds {
    private static final Sql NEWEST = Sql.of("select coalesce(max(id), 0) as id from account");

    private final Db db;
    private final Registrations registrations;
    private final Posts posts;

    public Seeds(Db db, Registrations registrations, Posts posts) {
        this.db = db;
        this.registrations = registrations;
        this.posts = posts;
    }

    /** Id of the account that came last; 0: there is none. */
    public Future<Long> newest() {
        return db.transaction(tx -> tx.first(NEWEST.with(), row -> row.getLong("id")))
                .map(found -> found.orElseThrow());
    }

    public Future<List<Outcome>> accounts(List<SeedAccount> batch) {
        return db.transaction(tx -> Intake.inTurn(batch, account -> registrations
                .open(tx, account.newcomer(), account.hash())
                .map(id -> Outcome.taken(account, id, List.of()))));
    }

    /** Posts of accounts that are here, the first first. */
    public Future<List<Outcome>> posts(List<SeedPost> batch) {
        return db.transaction(tx -> claim(tx, batch.stream().map(SeedPost::author))
                .compose(claimed ->
                        Intake.inTurn(batch, post -> posts.publishAgain(tx, post.author(), post.post(), post.answers())
                                .map(Arrival::id)
                                .map(id -> Outcome.taken(post, id, List.of())))));
    }

    private static Future<Integer> claim(Tx tx, Stream<Long> accounts) {
        return tx.execute(Ledger.CLAIM.with((Object) accounts.distinct().toArray(Long[]::new)));
    }

    public Future<List<Outcome>> follows(List<SeedFollows> batch) {
        return db.transaction(tx -> Intake.inTurn(
                batch, follows -> follow(tx, follows).map(Outcome.taken(follows, follows.follower(), List.of()))));
    }

    private static Future<Void> follow(Tx tx, SeedFollows follows) {
        var pairs = follows.followed().stream()
                .map(followed -> new Following(follows.follower(), followed))
                .toList();
        var event = Event.of("follow.imported", follows.follower(), "account", 0);
        return Following.begin(tx, pairs, follows.since())
                .compose(begun -> Outbox.addEach(
                        tx, event, begun.stream().map(Following::followed).toList()));
    }

    public Future<List<Outcome>> likes(List<SeedLikes> batch) {
        var all = batch.stream().flatMap(likes -> likes.likes().stream()).toList();
        var outcomes = batch.stream()
                .map(likes -> Outcome.taken(likes, likes.post(), List.of()))
                .toList();
        return db.transaction(tx -> FormerLikes.give(tx, all)).map(outcomes);
    }
}
