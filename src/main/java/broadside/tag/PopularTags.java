package broadside.tag;

import broadside.kit.db.Db;
import broadside.kit.db.Sql;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;

/**
 * What many write about: tags by the number of accounts that used them in public posts, replies aside, of the last seven days; among
 * equals by posts, then the most recent first. Only the newest 20,000 posts are looked at, so that the cost has an end; the first 100
 * tags are kept.
 */
public final class PopularTags {
    private static final Duration WINDOW = Duration.ofDays(7);
    private static final int POSTS = 20_000;

    private static final Sql LOCK = Sql.of("select pg_try_advisory_xact_lock(hashtext('popular_tag')) as locked");
    private static final Sql WRITE = Sql.of("""
            with recent as (
              select p.id, p.author_id, p.published_at from visible_post(null) p
              where p.status = 'published' and p.visibility = 'public' and p.parent_id is null and p.published_at > ?
              order by p.published_at desc, p.id desc limit ?),
            ranked as (
              select t.tag, count(*) as posts, count(distinct recent.author_id) as accounts,
                row_number() over (order by count(distinct recent.author_id) desc, count(*) desc, max(recent.published_at) desc, t.tag)
                  as rank
              from recent join post_tag t on t.post_id = recent.id
              group by t.tag order by rank limit 100),
            gone as (delete from popular_tag where tag not in (select tag from ranked))
            insert into popular_tag (tag, rank, accounts, posts) select tag, rank, accounts, posts from ranked
            on conflict (tag) do update set rank = excluded.rank, accounts = excluded.accounts, posts = excluded.posts
            where (popular_tag.rank, popular_tag.accounts, popular_tag.posts)
              is distinct from (excluded.rank, excluded.accounts, excluded.posts)""");

    private final Db db;
    private final Clock clock;

    public PopularTags(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Ranks them anew; where another node is at it, that is enough. */
    public Future<Void> rank() {
        return db.transaction(tx -> tx.first(LOCK.with(), row -> row.getBoolean("locked"))
                .compose(locked -> locked.orElse(false)
                        ? tx.execute(WRITE.with(clock.instant().minus(WINDOW), POSTS))
                                .mapEmpty()
                        : Future.succeededFuture()));
    }
}
