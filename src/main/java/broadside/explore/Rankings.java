package broadside.explore;

import broadside.kit.db.Db;
import broadside.kit.db.Rows;
import broadside.kit.db.Sql;
import broadside.kit.db.Tx;
import broadside.kit.json.Times;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Computes what is worth a look, every five minutes, on one node of however many there are. What it costs is bounded: the newest
 * 5,000 public posts of the last seven days are looked at, and the best 500 are kept.
 *
 * <p>A post's interest is its likes + 2 × replies + 3 × reposts. A post scores interest ÷ (hours since it was published + 2)^1.5; an
 * account ln(1 + followers) + ln(1 + the interest of those of its posts that are looked at).
 */
public final class Rankings {
    private static final Duration EVERY = Duration.ofMinutes(5);
    private static final Duration KEPT = Duration.ofHours(1);
    private static final Duration WINDOW = Duration.ofDays(7);

    private static final Sql LOCK =
            Sql.of("select pg_try_advisory_xact_lock(hashtext('broadside rankings')) as locked");
    private static final Sql LATEST = Sql.of("""
            select greatest((select max(computed_at) from trending_post), (select max(computed_at) from suggested_account)) as at""");
    /** What somebody sees who is not logged in. */
    private static final Sql POSTS = Sql.of("""
            with recent as (
              select p.id, p.published_at from visible_post(null) p
              where p.status = 'published' and p.visibility = 'public' and p.parent_id is null and p.published_at > ?
              order by p.published_at desc, p.id desc limit 5000),
            scored as (
              select r.id, (s.likes + 2 * s.replies + 3 * s.reposts)
                / power(greatest(extract(epoch from ?::timestamptz - r.published_at), 0) / 3600 + 2, 1.5) as score
              from recent r join post_stat s on s.post_id = r.id
              where s.likes + s.replies + s.reposts > 0)
            insert into trending_post (computed_at, rank, post_id, score)
            select ?, row_number() over (order by score desc, id desc), id, score from scored
            order by score desc, id desc limit 500""");

    private static final Sql ACCOUNTS = Sql.of("""
            with recent as (
              select p.id, p.author_id from visible_post(null) p
              where p.status = 'published' and p.visibility = 'public' and p.parent_id is null and p.published_at > ?
              order by p.published_at desc, p.id desc limit 5000),
            interest as (
              select r.author_id, coalesce(sum(s.likes + 2 * s.replies + 3 * s.reposts), 0) as number
              from recent r left join post_stat s on s.post_id = r.id group by r.author_id),
            scored as (
              select i.author_id as id, ln(1 + c.followers) + ln(1 + i.number) as score
              from interest i join account_stat c on c.account_id = i.author_id)
            insert into suggested_account (computed_at, rank, account_id, score)
            select ?, row_number() over (order by score desc, id desc), id, score from scored
            order by score desc, id desc limit 500""");
    private static final Sql OLD_POSTS = Sql.of("delete from trending_post where computed_at < ?");
    private static final Sql OLD_ACCOUNTS = Sql.of("delete from suggested_account where computed_at < ?");

    private final Db db;
    private final Clock clock;

    public Rankings(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Computes both rankings anew where that is due and no other node is about it. */
    public Future<Void> compute() {
        return db.transaction(tx -> tx.first(LOCK.with(), row -> row.getBoolean("locked"))
                .compose(locked -> locked.orElse(false) ? computeIfDue(tx) : Future.succeededFuture()));
    }

    private Future<Void> computeIfDue(Tx tx) {
        var now = Times.stored(clock.instant());
        return tx.first(LATEST.with(), row -> isDue(Rows.instant(row, "at"), now))
                .compose(due -> due.orElse(true) ? compute(tx, now) : Future.succeededFuture());
    }

    private static boolean isDue(@Nullable Instant latest, Instant now) {
        return latest == null || !latest.plus(EVERY).isAfter(now);
    }

    private static Future<Void> compute(Tx tx, Instant now) {
        var since = now.minus(WINDOW);
        var old = now.minus(KEPT);
        return tx.execute(POSTS.with(since, now, now))
                .compose(done -> tx.execute(ACCOUNTS.with(since, now)))
                .compose(done -> tx.execute(OLD_POSTS.with(old)))
                .compose(done -> tx.execute(OLD_ACCOUNTS.with(old)))
                .mapEmpty();
    }
}
