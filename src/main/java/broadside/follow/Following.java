package broadside.follow;

import broadside.kit.db.Sql;
import broadside.kit.db.Tx;
import broadside.kit.json.Times;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Somebody follows another. Rows and counters change in one statement; the counters of both are held before, in order of id. */
public record Following(long follower, long followed) {
    private static final Sql HOLD =
            Sql.of("select account_id from account_stat where account_id = any (?) order by account_id for update");
    /** Whoever follows no longer asks to. */
    private static final Sql BEGIN = Sql.of("""
            with added as (
              insert into follow (follower_id, followed_id, created_at)
              select follower_id, followed_id, ?::timestamptz
              from unnest(?::bigint[], ?::bigint[]) as wanted (follower_id, followed_id)
              on conflict do nothing returning follower_id, followed_id),
            settled as (
              delete from follow_request r using added a
              where r.follower_id = a.follower_id and r.followed_id = a.followed_id),
            more as (
              select account_id, sum(following) as following, sum(followers) as followers from (
                select follower_id, 1, 0 from added union all select followed_id, 0, 1 from added
              ) as sides (account_id, following, followers) group by account_id),
            counted as (
              update account_stat s set following = s.following + more.following, followers = s.followers + more.followers
              from more where s.account_id = more.account_id)
            select follower_id, followed_id from added""");

    private static final Sql END = Sql.of("""
            with gone as (
              delete from follow where follower_id = ? and followed_id = ? returning follower_id, followed_id),
            counted as (
              update account_stat s set following = following - (account_id = follower_id)::int,
                followers = followers - (account_id = followed_id)::int
              from gone where account_id in (follower_id, followed_id))
            select from gone""");

    /** Lets them follow from now on; those of them are answered who did not yet. */
    public static Future<List<Following>> begin(Tx tx, List<Following> wanted, Instant now) {
        return hold(tx, wanted).compose(held -> begun(tx, wanted, now));
    }

    /** Nothing else happens between any of these until the end of the transaction. */
    static Future<Integer> hold(Tx tx, List<Following> pairs) {
        return tx.execute(HOLD.with((Object) people(pairs)));
    }

    /** The ids of all of them. */
    static Long[] people(List<Following> pairs) {
        return pairs.stream()
                .flatMap(pair -> Stream.of(pair.follower, pair.followed))
                .distinct()
                .toArray(Long[]::new);
    }

    private static Future<List<Following>> begun(Tx tx, List<Following> wanted, Instant now) {
        var followers = wanted.stream().map(Following::follower).toArray(Long[]::new);
        var followed = wanted.stream().map(Following::followed).toArray(Long[]::new);
        return tx.list(
                BEGIN.with(Times.stored(now), followers, followed),
                row -> new Following(row.getLong("follower_id"), row.getLong("followed_id")));
    }

    /** Whether that changes anything; it is held. */
    Future<Boolean> begin(Tx tx, Instant now) {
        return begun(tx, List.of(this), now).map(begun -> !begun.isEmpty());
    }

    /** Whether that changes anything; it is held. */
    Future<Boolean> end(Tx tx) {
        return tx.execute(END.with(follower, followed)).map(ended -> ended > 0);
    }
}
