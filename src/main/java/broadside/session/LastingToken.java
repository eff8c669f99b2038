package broadside.session;

import broadside.kit.db.Sql;
import broadside.kit.db.Tx;
import io.vertx.core.Future;

/**
 * What a client gets that logs in to stay: one secret, seen this once, which lasts as long as its session and with it. Each use
 * puts off the end of both.
 */
public record LastingToken(long account, String text) {
    private static final Sql STORE = Sql.of("insert into access_token (hash, session_id, expires_at) values (?, ?, ?)");
    /** Notes that sessions were used, by their ids and times. */
    static final Sql USED = Sql.of("""
            with used as (select * from unnest(?::bigint[], ?::timestamptz[]) as used (id, at)),
            come_back as (
              update session s set last_used_at = greatest(s.last_used_at, used.at),
                expires_at = greatest(s.expires_at, used.at + interval '30 days')
              from used where s.id = used.id)
            update access_token t set expires_at = greatest(t.expires_at, used.at + interval '30 days')
            from used where t.session_id = used.id""");

    static Future<LastingToken> issue(Tx tx, Session session) {
        var secret = Secret.make(Secret.Kind.LASTING);
        return tx.execute(STORE.with(secret.hash(), session.id(), session.expiresAt()))
                .map(new LastingToken(session.accountId(), secret.text()));
    }

    /** Without the secret, which has no place in a log. */
    @Override
    public String toString() {
        return "token of " + account;
    }
}
