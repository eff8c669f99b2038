package broadside.session;

import broadside.kit.db.Sql;
import broadside.kit.db.Tx;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;

/**
 * An access token and the refresh token that works together with it alone, as clients get them that keep the one in memory and the
 * other in a cookie. What is stored of the second is the hash of both.
 *
 * @param refresh 43 characters of base64url
 */
public record TokenPair(String access, String refresh) {
    /** How long a pair can be refreshed, and how long its session lasts without that. */
    static final Duration LASTING = Duration.ofDays(7);
    /** How long one goes on working that was refreshed or logged out, for requests under way at the same time. */
    static final Duration GRACE = Duration.ofSeconds(5);

    private static final Duration ACCESS = Duration.ofMinutes(15);
    private static final Sql STORE = Sql.of("""
            with access as (insert into access_token (hash, session_id, expires_at) values (?, ?, ?))
            insert into refresh_token (hash, session_id, expires_at) values (?, ?, ?)""");
    private static final Sql EXPIRE_ACCESS =
            Sql.of("update access_token set expires_at = least(expires_at, ?) where hash = ?");
    private static final Sql EXPIRE_ALL = Sql.of("""
            with access as (update access_token set expires_at = least(expires_at, ?) where session_id = ?),
              refresh as (update refresh_token set expires_at = least(expires_at, ?) where session_id = ?)
            update session set expires_at = least(expires_at, ?) where id = ? and account_id = ?""");

    /** Makes a new pair for a session. */
    static Future<TokenPair> issue(Tx tx, Session session, Instant now) {
        var access = Secret.make(Secret.Kind.ACCESS);
        var refresh = Secret.make(Secret.Kind.REFRESH).bare();
        var id = session.id();
        session.last(LASTING);
        return tx.execute(STORE.with(
                        access.hash(),
                        id,
                        now.plus(ACCESS),
                        Secret.pair(refresh, access).hash(),
                        id,
                        now.plus(LASTING)))
                .map(new TokenPair(access.text(), refresh));
    }

    /** An access token whose pair was refreshed works on for a moment. */
    static Future<Integer> expire(Tx tx, Secret access, Instant now) {
        return tx.execute(EXPIRE_ACCESS.with(now.plus(GRACE), access.hash()));
    }

    /** A session that was logged out lasts for a moment; how many there were, none or one. */
    static Future<Integer> expireAll(Tx tx, long account, long session, Instant now) {
        var end = now.plus(GRACE);
        return tx.execute(EXPIRE_ALL.with(end, session, end, session, end, session, account));
    }

    /** Without the secrets, which have no place in a log. */
    @Override
    public String toString() {
        return "pair of tokens";
    }
}
