package broadside.account;

import broadside.kit.db.Db;
import broadside.kit.db.Sightings;
import broadside.kit.db.Sql;
import io.vertx.core.Future;
import java.time.Clock;

/** When accounts were last seen: noted in memory, written in batches, at most once a minute for each account. */
public final class Presence {
    private static final Sql WRITE = Sql.of("""
            update account_stat s set last_seen_at = greatest(s.last_seen_at, seen.at)
            from unnest(?::bigint[], ?::timestamptz[]) as seen (account_id, at)
            where s.account_id = seen.account_id""");

    private final Sightings sightings;

    public Presence(Clock clock) {
        this.sightings = new Sightings(clock, WRITE);
    }

    public void seen(long account) {
        sightings.note(account);
    }

    /** Writes what was noted since the last time; a failure loses nothing. */
    public Future<Void> write(Db db) {
        return sightings.write(db);
    }
}
