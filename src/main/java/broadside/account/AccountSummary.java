package broadside.account;

import broadside.kit.json.JsonWriter;
import io.vertx.sqlclient.Row;
import org.jspecify.annotations.Nullable;

/** An account as it is shown beside what it did. */
public record AccountSummary(
        long id, String username, @Nullable String displayName, String avatarUrl) {
    /** Of the columns {@code username, display_name, avatar_url, email} of a row that tells of something else. */
    public static AccountSummary of(Row row, long id) {
        return new AccountSummary(
                id,
                row.getString("username"),
                row.getString("display_name"),
                Avatar.url(row.getString("avatar_url"), row.getString("email")));
    }

    /** Of the columns {@code id, username, display_name, avatar_url, email} under a prefix; null where there is no such id. */
    public static @Nullable AccountSummary maybe(Row row, String prefix) {
        var id = row.getLong(prefix + "id");
        return id == null
                ? null
                : new AccountSummary(
                        id,
                        row.getString(prefix + "username"),
                        row.getString(prefix + "display_name"),
                        Avatar.url(row.getString(prefix + "avatar_url"), row.getString(prefix + "email")));
    }

    public void write(JsonWriter json) {
        json.id("id", id)
                .text("username", username)
                .text("displayName", displayName)
                .text("avatarUrl", avatarUrl);
    }
}
