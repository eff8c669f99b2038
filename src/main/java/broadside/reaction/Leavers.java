package broadside.reaction;

import broadside.kit.db.Db;
import broadside.kit.db.Sql;
import io.vertx.core.Future;
import java.util.List;

/**
 * Takes back what people who left did with posts, so that counts are of those who are there. Rows are locked in the order of the
 * door: posts, reactions, counts.
 */
public final class Leavers {
    private static final int BATCH = 500;
    private static final Sql LIKES = Sql.of("""
            with chosen as (select post_id, account_id from post_like where account_id = any (?) limit ?),
            kept as (select id from post where id in (select post_id from chosen) order by id for key share),
            gone as (
              delete from post_like l using chosen, kept
              where l.post_id = kept.id and l.post_id = chosen.post_id and l.account_id = chosen.account_id returning l.post_id),
            fewer as (select post_id, count(*) as number from gone group by post_id),
            held as (select s.post_id from post_stat s join fewer using (post_id) order by s.post_id for no key update of s),
            counted as (
              update post_stat s set likes = s.likes - fewer.number from fewer join held using (post_id)
              where s.post_id = fewer.post_id)
            select count(*) as number from gone""");
    private static final Sql REPOSTS = Sql.of("""
            with chosen as (select post_id, actor_id from entry where actor_id = any (?) and repost limit ?),
            kept as (select id from post where id in (select post_id from chosen) order by id for key share),
            gone as (
              delete from entry r using chosen, kept
              where r.post_id = kept.id and r.post_id = chosen.post_id and r.actor_id = chosen.actor_id and r.repost
              returning r.post_id),
            fewer as (select post_id, count(*) as number from gone group by post_id),
            held as (select s.post_id from post_stat s join fewer using (post_id) order by s.post_id for no key update of s),
            counted as (
              update post_stat s set reposts = s.reposts - fewer.number from fewer join held using (post_id)
              where s.post_id = fewer.post_id)
            select count(*) as number from gone""");
    private static final Sql BOOKMARKS = Sql.of("""
            with gone as (
              delete from bookmark where (post_id, account_id) in (
                select post_id, account_id from bookmark where account_id = any (?) limit ?) returning post_id)
            select count(*) as number from gone""");

    private final Db db;

    public Leavers(Db db) {
        this.db = db;
    }

    /** Takes back everything of these accounts, which can do nothing more. */
    public Future<Void> takeBack(Long[] accounts) {
        var all = Future.<Void>succeededFuture();
        for (var some : List.of(LIKES, REPOSTS, BOOKMARKS)) {
            all = all.compose(before -> takeBack(some, accounts));
        }
        return all;
    }

    private Future<Void> takeBack(Sql some, Long[] accounts) {
        return db.transaction(tx -> tx.first(some.with(accounts, BATCH), row -> row.getLong("number")))
                .compose(number -> number.orElse(0L) < BATCH ? Future.succeededFuture() : takeBack(some, accounts));
    }
}
