package broadside.follow;

import broadside.kit.db.Reads;
import broadside.kit.db.Sql;
import broadside.kit.text.CaseFold;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody as one viewer knows her.
 *
 * @param bio       Markdown; null: none
 * @param picture   the address of her own; null: none
 * @param following whether the viewer follows her
 */
public record Acquaintance(
        long id,
        String username,
        @Nullable String bio,
        @Nullable String picture,
        boolean following) {
    /** What is read of an account {@code a} beside what it wrote, for a {@code viewer}. */
    public static final Sql COLUMNS = Sql.of("""
            a.id as account_id, a.username, a.bio, a.avatar_url, coalesce((
              select true from follow f where f.follower_id = viewer.id and f.followed_id = a.id), false) as following""");

    private static final Sql BY_NAME = Sql.of("select").then(COLUMNS).then(Sql.of("""
            from (select ?::bigint as id) as viewer cross join visible_account(viewer.id) a where a.username_key = ?"""));

    /** Somebody the viewer may see; a viewer is an account's id, null for somebody not logged in. */
    public static Future<Optional<Acquaintance>> byName(Reads reads, String username, @Nullable Long viewer) {
        return reads.first(BY_NAME.with(viewer, CaseFold.key(username)), Acquaintance::of);
    }

    /** Of a row with {@link #COLUMNS}. */
    public static Acquaintance of(Row row) {
        return new Acquaintance(
                row.getLong("account_id"),
                row.getString("username"),
                row.getString("bio"),
                row.getString("avatar_url"),
                row.getBoolean("following"));
    }
}
