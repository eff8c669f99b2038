package broadside.session;

import broadside.kit.db.Db;
import broadside.kit.db.Sql;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;

/**
 * Clears away what has expired, in short transactions of a bounded number of rows, so that nobody waits long for one. Refresh tokens
 * stay for a day longer, so that one that is used too late is known for what it was.
 */
public final class Purge {
    private static final int BATCH = 1_000;
    private static final List<Sql> EXPIRED = List.of(Sql.of("""
                    delete from session where id in (
                      select id from session where expires_at <= ?::timestamptz - interval '1 day' order by expires_at limit ? for update skip locked)"""), Sql.of("""
                    delete from access_token where hash in (
                      select hash from access_token where expires_at <= ? order by expires_at limit ? for update skip locked)"""), Sql.of("""
                    delete from refresh_token where hash in (
                      select hash from refresh_token where expires_at <= ?::timestamptz - interval '1 day' order by expires_at limit ? for update skip locked)"""), Sql.of("""
                    delete from personal_token where id in (
                      select id from personal_token where expires_at <= ? order by expires_at limit ? for update skip locked)"""), Sql.of("""
                    delete from mail_link where hash in (
                      select hash from mail_link where expires_at <= ? order by expires_at limit ? for update skip locked)"""));

    private final Db db;
    private final Clock clock;

    public Purge(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Deletes expired log-ins, tokens and mailed links until none is left. */
    public Future<Void> run() {
        var all = Future.<Void>succeededFuture();
        for (var expired : EXPIRED) {
            all = all.compose(before -> sweep(expired));
        }
        return all;
    }

    private Future<Void> sweep(Sql expired) {
        return db.transaction(tx -> tx.execute(expired.with(clock.instant(), BATCH)))
                .compose(rows -> rows < BATCH ? Future.succeededFuture() : sweep(expired));
    }
}
