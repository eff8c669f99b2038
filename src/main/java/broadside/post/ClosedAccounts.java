package broadside.post;

import broadside.account.Accounts;
import broadside.kit.db.Db;
import broadside.kit.db.Sql;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.Function;

/**
 * Removes closed accounts, which nobody sees any more: first what they did elsewhere, then their posts, then themselves. In short
 * transactions, since one that removed many years at once would take longer than any transaction may.
 */
public final class ClosedAccounts {
    private static final int BATCH = 500;
    /** Their replies are no longer counted. Counts are taken in the order of their posts, so that two nodes never wait for each other. */
    private static final Sql REMOVE = Sql.of("""
            with gone as (
              delete from post where id in (
                select p.id from account a join post p on p.author_id = a.id
                where a.closed_at is not null and a.id = any (?) limit ?)
              returning parent_id, status = 'published' and visibility = 'public' and reply_hidden_by is null
                and hidden_at is null as counted),
            less as (
              select parent_id, count(*) as replies from gone where counted and parent_id is not null group by parent_id),
            kept as (
              select s.post_id from post_stat s where s.post_id in (select parent_id from less) order by s.post_id for update),
            uncounted as (
              update post_stat s set replies = s.replies - less.replies from less, kept
              where s.post_id = less.parent_id and s.post_id = kept.post_id)
            select count(*)::integer as posts from gone""");

    private final Db db;
    private final Accounts accounts;
    private final List<Function<Long[], Future<Void>>> elsewhere;

    /** @param elsewhere each takes back what accounts of these ids did in another room */
    public ClosedAccounts(Db db, Accounts accounts, List<Function<Long[], Future<Void>>> elsewhere) {
        this.db = db;
        this.accounts = accounts;
        this.elsewhere = elsewhere;
    }

    /** Removes those that are closed now, whom nothing can be done by any more. */
    public Future<Void> remove() {
        return accounts.closed().compose(ids -> ids.length == 0 ? Future.succeededFuture() : remove(ids));
    }

    private Future<Void> remove(Long[] ids) {
        var all = Future.<Void>succeededFuture();
        for (var room : elsewhere) {
            all = all.compose(before -> room.apply(ids));
        }
        return all.compose(done -> posts(ids))
                .compose(done -> accounts.remove(ids))
                .compose(done -> remove());
    }

    private Future<Void> posts(Long[] ids) {
        return db.transaction(tx -> tx.first(REMOVE.with(ids, BATCH), row -> row.getInteger("posts")))
                .compose(posts -> posts.orElse(0) < BATCH ? Future.succeededFuture() : posts(ids));
    }
}
