package broadside.account;

import broadside.kit.db.OwnedRows;
import broadside.kit.db.Rows;
import broadside.kit.db.Sql;
import broadside.kit.json.JsonWriter;
import io.vertx.sqlclient.Row;
import java.util.List;

/** All that is kept of people, for themselves or whoever runs the site; not what is made of other columns. */
public final class AccountHoldings {
    /** One row for each account, open or not. */
    public static final OwnedRows ACCOUNTS = new OwnedRows(
            "accounts",
            OwnedRows.SMALL,
            Sql.of("""
                    select a.id as owner, a.username, a.email, a.email_verified_at, a.display_name, a.bio, a.locale, a.avatar_url,
                      a.role, a.locked, a.suspended_at, a.suspended_reason, a.closed_at, a.created_at, a.updated_at,
                      s.posts, s.followers, s.following, s.last_seen_at
                    from account a left join account_stat s on s.account_id = a.id"""),
            Sql.of("where a.id = ?"),
            Sql.of("order by a.id"),
            AccountHoldings::account);

    private static final OwnedRows NAMES = new OwnedRows(
            "names",
            OwnedRows.SMALL,
            Sql.of("""
                    select n.account_id as owner, n.name_key, n.created_at from account_name n where n.account_id is not null"""),
            Sql.of("and n.account_id = ?"),
            Sql.of("order by n.account_id, n.created_at, n.name_key"),
            (json, row) ->
                    json.text("name", row.getString("name_key")).moment("createdAt", Rows.instant(row, "created_at")));

    public static final List<OwnedRows> ALL = List.of(NAMES);

    private AccountHoldings() {}

    private static void account(JsonWriter json, Row row) {
        json.id("id", row.getLong("owner"));
        for (var name : List.of("username", "email", "bio", "locale", "role")) {
            json.text(name, row.getString(name));
        }
        json.text("displayName", row.getString("display_name"))
                .text("avatarUrl", row.getString("avatar_url"))
                .text("suspendedReason", row.getString("suspended_reason"))
                .flag("locked", row.getBoolean("locked"))
                .moment("emailVerifiedAt", Rows.instant(row, "email_verified_at"))
                .moment("suspendedAt", Rows.instant(row, "suspended_at"))
                .moment("closedAt", Rows.instant(row, "closed_at"))
                .moment("createdAt", Rows.instant(row, "created_at"))
                .moment("updatedAt", Rows.instant(row, "updated_at"))
                .moment("lastSeenAt", Rows.instant(row, "last_seen_at"))
                .object("counts", counts -> counts(counts, row));
    }

    private static void counts(JsonWriter json, Row row) {
        for (var name : List.of("posts", "followers", "following")) {
            var count = row.getLong(name);
            json.number(name, count == null ? 0 : count);
        }
    }
}
