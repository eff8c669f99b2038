package broadside.follow;

import broadside.kit.db.Counted;
import broadside.kit.db.Reads;
import broadside.kit.db.Sql;
import broadside.session.Profile;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whom somebody follows, and who follows her, in order of their names by code point; those the viewer may see. */
public final class FollowDirectory {
    /** Which side of a follow a list is of. */
    public enum Side {
        FOLLOWERS(Sql.of("join follow t on t.follower_id = a.id where t.followed_id = ?")),
        FOLLOWING(Sql.of("join follow t on t.followed_id = a.id where t.follower_id = ?"));

        private final Sql of;

        Side(Sql of) {
            this.of = of;
        }
    }

    private static final Sql SELECT = Sql.of("select").then(Profile.COLUMNS);
    private static final Sql SEEN = Sql.of("from visible_account(?) a");
    private static final Sql AFTER = Sql.of("and a.username collate \"C\" > ?");
    private static final Sql UP_TO = Sql.of("and a.username collate \"C\" <= ?");
    private static final Sql PAGE = Sql.of("order by a.username collate \"C\" offset ? limit ?");
    private static final Sql TOTAL = Sql.of("select (select count(*) from (select");
    private static final Sql BEFORE = Sql.of("limit ?) as counted) as total, (select count(*) from (select");
    private static final Sql END = Sql.of("limit ?) as counted) as before");
    private static final Sql FOLLOWS = Sql.of("""
            select from follow f join visible_account(?) a on a.id = f.followed_id where f.follower_id = ? and f.followed_id = ?""");

    private FollowDirectory() {}

    /** @param after a name to begin behind; null: from the beginning */
    public static Future<List<Profile>> page(
            Reads reads, long viewer, long of, Side side, @Nullable String after, int offset, int limit) {
        var query = SELECT.then(SEEN)
                .then(Profile.BESIDE)
                .then(side.of)
                .with(viewer, of)
                .andIf(after, AFTER)
                .and(PAGE, offset, limit);
        return reads.list(query, Profile::of);
    }

    /** @param mark what {@link Counted#before} goes up to; null: nothing is before */
    public static Future<Counted> count(Reads reads, long viewer, long of, Side side, @Nullable String mark) {
        var query = TOTAL.then(SEEN)
                .then(side.of)
                .with(viewer, of)
                .and(BEFORE, Counted.MOST)
                .and(SEEN.then(side.of), viewer, of)
                .and(UP_TO, mark)
                .and(END, Counted.MOST);
        return reads.first(query, row -> new Counted(row.getLong("total"), row.getLong("before")))
                .map(Optional::orElseThrow);
    }

    /** Whether the viewer follows somebody she may see. */
    public static Future<Boolean> follows(Reads reads, long viewer, long account) {
        return reads.list(FOLLOWS.with(viewer, viewer, account), row -> true).map(found -> !found.isEmpty());
    }
}
