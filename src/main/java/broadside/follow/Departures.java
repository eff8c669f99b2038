package broadside.follow;

import broadside.kit.db.Db;
import broadside.kit.db.Sql;
import io.vertx.core.Future;

/** Takes back whom people who left followed, and who followed them, so that counters are of those who are there. */
public final class Departures {
    private static final int BATCH = 500;
    /** Counters are held in order of id before any row is touched, as the door does. */
    private static final Sql TAKE_BACK = Sql.of("""
            with chosen as (
              (select follower_id, followed_id from follow where follower_id = any (?) limit ?)
              union
              (select follower_id, followed_id from follow where followed_id = any (?) limit ?)),
            held as (
              select account_id from account_stat
              where account_id in (select follower_id from chosen union all select followed_id from chosen)
              order by account_id for update),
            gone as (
              delete from follow f using chosen c
              where f.follower_id = c.follower_id and f.followed_id = c.followed_id and (select count(*) from held) > 0
              returning f.follower_id, f.followed_id),
            fewer as (
              select account_id, sum(following) as following, sum(followers) as followers from (
                select follower_id, 1, 0 from gone union all select followed_id, 0, 1 from gone
              ) as sides (account_id, following, followers) group by account_id),
            counted as (
              update account_stat s set following = s.following - fewer.following, followers = s.followers - fewer.followers
              from fewer join held using (account_id) where s.account_id = fewer.account_id)
            select count(*)::integer as number from chosen""");

    private final Db db;

    public Departures(Db db) {
        this.db = db;
    }

    /** Takes back everything of these accounts, which can do nothing more. */
    public Future<Void> takeBack(Long[] accounts) {
        return db.transaction(tx ->
                        tx.first(TAKE_BACK.with(accounts, BATCH, accounts, BATCH), row -> row.getInteger("number")))
                .compose(number -> number.orElse(0) == 0 ? Future.succeededFuture() : takeBack(accounts));
    }
}
