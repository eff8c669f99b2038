package broadside.app.roster;

import broadside.kit.json.JsonWriter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An account in the list.
 *
 * @param email  null: it is closed and has none
 * @param reason why it is suspended, where that was said
 */
public record Entry(
        long id,
        String username,
        String role,
        State state,
        @Nullable String reason,
        @Nullable String email,
        boolean verified,
        Instant created,
        @Nullable Instant lastSeen,
        long posts) {
    /** What can be done with it. */
    public enum State {
        ACTIVE,
        SUSPENDED,
        /** Out of sight for good, and about to be removed. */
        CLOSED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Entry of(ResultSet row) throws SQLException {
        var state = state(row);
        return new Entry(
                row.getLong("id"),
                row.getString("username"),
                row.getString("role"),
                state,
                row.getString("suspended_reason"),
                state == State.CLOSED ? null : row.getString("email"),
                row.getBoolean("verified"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                time(row.getObject("last_seen_at", OffsetDateTime.class)),
                row.getLong("posts"));
    }

    private static State state(ResultSet row) throws SQLException {
        if (row.getBoolean("closed")) {
            return State.CLOSED;
        }
        return row.getBoolean("suspended") ? State.SUSPENDED : State.ACTIVE;
    }

    private static @Nullable Instant time(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    /** In the words of the API. */
    public void write(JsonWriter json) {
        json.id("id", id)
                .text("username", username)
                .text("role", role)
                .text("state", state.word())
                .text("suspendedReason", reason)
                .text("email", email)
                .flag("emailVerified", verified)
                .time("createdAt", created)
                .time("lastSeenAt", lastSeen)
                .number("posts", posts);
    }
}
