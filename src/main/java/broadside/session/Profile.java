package broadside.session;

import broadside.kit.db.Rows;
import broadside.kit.db.Sql;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account as programs show it that know whether it logs in by a password. Its address is for itself alone, and for what is made
 * of it.
 *
 * @param bio      as it was written
 * @param lastSeen the day it began where it was not seen since
 */
public record Profile(
        long id,
        String username,
        String email,
        @Nullable String bio,
        Instant since,
        Instant lastSeen,
        boolean hasPassword) {
    /** What one shows, of an account {@code a} and what stands {@link #BESIDE} it. */
    public static final Sql COLUMNS = Sql.of("""
            a.id as account_id, a.username, a.email, a.bio, a.created_at as since,
              coalesce(seen.last_seen_at, a.created_at) as last_seen,
              exists (select from password w where w.account_id = a.id) as has_password""");

    public static final Sql BESIDE = Sql.of("join account_stat seen on seen.account_id = a.id");

    /** Of a row with these columns. */
    public static Profile of(Row row) {
        return new Profile(
                row.getLong("account_id"),
                row.getString("username"),
                row.getString("email"),
                row.getString("bio"),
                Rows.time(row, "since"),
                Rows.time(row, "last_seen"),
                row.getBoolean("has_password"));
    }

    /** The same, seen at another time. */
    public Profile seen(Instant time) {
        return new Profile(id, username, email, bio, since, time, hasPassword);
    }

    /** Without the address, which is not for everybody. */
    @Override
    public String toString() {
        return "profile of " + username;
    }
}
