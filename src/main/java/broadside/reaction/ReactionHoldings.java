package broadside.reaction;

import broadside.kit.db.OwnedRows;
import broadside.kit.db.Rows;
import broadside.kit.db.Sql;
import java.util.List;

/** What somebody likes, keeps and reposts: ids of posts and when. */
public final class ReactionHoldings {
    private static final OwnedRows LIKES = reactions(
            "likes",
            Sql.of("select r.account_id as owner, r.post_id, r.at from post_like r"),
            Sql.of("where r.account_id = ?"),
            Sql.of("order by r.account_id, r.at, r.post_id"));

    private static final OwnedRows BOOKMARKS = reactions(
            "bookmarks",
            Sql.of("select r.account_id as owner, r.post_id, r.at from bookmark r"),
            Sql.of("where r.account_id = ?"),
            Sql.of("order by r.account_id, r.at, r.post_id"));

    private static final OwnedRows REPOSTS = reactions(
            "reposts",
            Sql.of("select r.actor_id as owner, r.post_id, r.at from entry r where r.repost"),
            Sql.of("and r.actor_id = ?"),
            Sql.of("order by r.actor_id, r.at, r.post_id"));

    public static final List<OwnedRows> ALL = List.of(LIKES, BOOKMARKS, REPOSTS);

    private ReactionHoldings() {}

    private static OwnedRows reactions(String name, Sql all, Sql one, Sql order) {
        return new OwnedRows(
                name, OwnedRows.SMALL, all, one, order, (json, row) -> json.id("post", row.getLong("post_id"))
                        .moment("at", Rows.instant(row, "at")));
    }
}
