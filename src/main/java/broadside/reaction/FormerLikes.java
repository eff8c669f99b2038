package broadside.reaction;

import broadside.kit.db.Sql;
import broadside.kit.db.Tx;
import broadside.kit.event.Outbox;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Likes that were given before they came here: many at once, each at its time, told of in words of their own, so that nobody takes them for news. */
public final class FormerLikes {
    private static final Sql GIVE = Sql.of("""
            with given (post_id, account_id, author_id, at) as (
              select * from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::timestamptz[])),
            added as (
              insert into post_like (post_id, account_id, at) select post_id, account_id, at from given
              on conflict do nothing returning post_id, account_id),
            counted as (
              insert into post_stat as s (post_id, likes)
              select post_id, count(*) from added group by post_id order by post_id
              on conflict (post_id) do update set likes = s.likes + excluded.likes)""");
    private static final Sql EVENTS = Sql.of("""
            select 'like.imported', account_id, 'post', post_id, jsonb_build_object('author', author_id)
            from given join added using (post_id, account_id)""");

    private FormerLikes() {}

    /** Somebody likes a post that everybody may see. */
    public record Like(long post, long account, long author, Instant at) {}

    /** Adds those that are not there yet; how many they were. */
    public static Future<Integer> give(Tx tx, List<Like> likes) {
        return tx.execute(GIVE.then(Outbox.INSERT)
                .then(EVENTS)
                .then(Outbox.NOTIFY)
                .with(
                        likes.stream().map(Like::post).toArray(Long[]::new),
                        likes.stream().map(Like::account).toArray(Long[]::new),
                        likes.stream().map(Like::author).toArray(Long[]::new),
                        likes.stream()
                                .map(like -> like.at().atOffset(ZoneOffset.UTC))
                                .toArray(java.time.OffsetDateTime[]::new)));
    }
}
