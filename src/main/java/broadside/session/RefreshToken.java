package broadside.session;

import broadside.kit.db.Rows;
import broadside.kit.db.Sql;
import broadside.kit.db.Tx;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A refresh token as it is found (RFC 9700, 4.14.2: rotation). It works once; and again for a little while, since a phone may lose
 * the answer that held its successor.
 *
 * @param usedAt when it was used first; null: not yet
 */
record RefreshToken(
        Buffer hash, Instant expiresAt, @Nullable Instant usedAt, boolean suspended) {
    static final Duration GRACE = Duration.ofSeconds(10);

    private static final Sql SESSION = Sql.of("select session_id from refresh_token where hash = ?");
    private static final Sql FIND = Sql.of("""
            select t.hash, t.expires_at, t.used_at, a.suspended_at is not null as suspended
            from refresh_token t join session s on s.id = t.session_id join account a on a.id = s.account_id
            where t.hash = ?""");
    private static final Sql USE = Sql.of("update refresh_token set used_at = ? where hash = ? and used_at is null");

    /** The session of a token, locked, so that whoever uses one of its tokens at the same time waits. */
    static Future<Optional<Session>> lockSession(Tx tx, Secret secret) {
        return tx.first(SESSION.with(secret.hash()), row -> row.getLong("session_id"))
                .compose(id ->
                        id.isPresent() ? tx.lock(Session.class, id.get()) : Future.succeededFuture(Optional.empty()));
    }

    static Future<Optional<RefreshToken>> find(Tx tx, Secret secret) {
        return tx.first(FIND.with(secret.hash()), RefreshToken::record);
    }

    private static RefreshToken record(Row row) {
        return new RefreshToken(
                row.getBuffer("hash"),
                Rows.time(row, "expires_at"),
                Rows.instant(row, "used_at"),
                row.getBoolean("suspended"));
    }

    boolean over(Instant now) {
        return !expiresAt.isAfter(now);
    }

    /** Somebody uses it who is not the one who has its successor: one of the two has stolen it. */
    boolean stolen(Instant now) {
        return usedLongerThan(GRACE, now);
    }

    boolean usedLongerThan(Duration ago, Instant now) {
        return usedAt != null && usedAt.plus(ago).isBefore(now);
    }

    /** Grace counts from the first use on. */
    Future<Integer> use(Tx tx, Instant now) {
        return tx.execute(USE.with(now, hash));
    }
}
