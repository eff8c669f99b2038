package broadside.account;

import broadside.kit.db.Reads;
import broadside.kit.db.Sql;
import broadside.kit.text.CaseFold;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Accounts to be shown. */
public final class AccountQueries {
    private static final Sql VIEW = Sql.of("""
            select a.id, a.username, a.email, a.email_verified_at, a.display_name, a.bio, a.bio_html, a.locale, a.avatar_url, a.locked,
              a.role, a.created_at, a.version, s.posts, s.followers, s.following, s.last_seen_at
            from (select ?::bigint as id) as viewer cross join visible_account(viewer.id) a
            join account_stat s on s.account_id = a.id""");
    private static final Sql BY_NAME = VIEW.then(Sql.of("where a.username_key = ?"));
    private static final Sql OWN = VIEW.then(Sql.of("where a.id = viewer.id"));

    private static final Sql IDS =
            Sql.of("select username_key, id from account where username_key = any (?) and closed_at is null");

    private AccountQueries() {}

    /** An account the viewer may see; a viewer is an account's id, null for somebody not logged in. */
    public static Future<Optional<AccountView>> byName(Reads reads, String username, @Nullable Long viewer) {
        return reads.first(BY_NAME.with(viewer, CaseFold.key(username)), AccountQueries::view);
    }

    /** Ids of open accounts, suspended ones among them, by the key of their names. */
    public static Future<Map<String, Long>> ids(Reads reads, Collection<String> usernames) {
        var keys = usernames.stream().map(CaseFold::key).toArray(String[]::new);
        return reads.list(IDS.with((Object) keys), row -> Map.entry(row.getString("username_key"), row.getLong("id")))
                .map(found -> found.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** The viewer's own account. */
    public static Future<Optional<AccountView>> own(Reads reads, long viewer) {
        return reads.first(OWN.with(viewer), AccountQueries::view);
    }

    private static AccountView view(Row row) {
        return new AccountView(
                row.getLong("id"),
                row.getString("username"),
                row.getString("display_name"),
                row.getString("bio"),
                row.getString("bio_html"),
                Avatar.url(row.getString("avatar_url"), row.getString("email")),
                row.getBoolean("locked"),
                row.getOffsetDateTime("created_at").toInstant(),
                broadside.kit.db.Rows.instant(row, "last_seen_at"),
                row.getLong("posts"),
                row.getLong("followers"),
                row.getLong("following"),
                ownOf(row),
                row.getInteger("version"));
    }

    private static AccountView.Own ownOf(Row row) {
        return new AccountView.Own(
                row.getString("email"),
                row.getOffsetDateTime("email_verified_at") != null,
                row.getString("locale"),
                Role.of(row.getString("role")),
                row.getString("avatar_url"));
    }
}
