package broadside.follow;

import broadside.kit.db.OwnedRows;
import broadside.kit.db.Rows;
import broadside.kit.db.Sql;
import broadside.kit.json.JsonWriter;
import io.vertx.sqlclient.Row;
import java.util.List;

/** Whom somebody follows, is followed by, has asked or was asked by, has blocked and muted; not who has blocked or muted her. */
public final class FollowHoldings {
    private static final OwnedRows FOLLOWING = pairs(
            "following",
            Sql.of("""
                    select r.follower_id as owner, a.id, a.username, r.created_at
                    from follow r join account a on a.id = r.followed_id"""),
            Sql.of("where r.follower_id = ?"),
            Sql.of("order by r.follower_id, r.created_at, r.followed_id"));

    private static final OwnedRows FOLLOWERS = pairs(
            "followers",
            Sql.of("""
                    select r.followed_id as owner, a.id, a.username, r.created_at
                    from follow r join account a on a.id = r.follower_id"""),
            Sql.of("where r.followed_id = ?"),
            Sql.of("order by r.followed_id, r.created_at, r.follower_id"));

    private static final OwnedRows SENT = pairs(
            "follow-requests-sent",
            Sql.of("""
                    select r.follower_id as owner, a.id, a.username, r.created_at
                    from follow_request r join account a on a.id = r.followed_id"""),
            Sql.of("where r.follower_id = ?"),
            Sql.of("order by r.follower_id, r.created_at, r.followed_id"));

    private static final OwnedRows RECEIVED = pairs(
            "follow-requests-received",
            Sql.of("""
                    select r.followed_id as owner, a.id, a.username, r.created_at
                    from follow_request r join account a on a.id = r.follower_id"""),
            Sql.of("where r.followed_id = ?"),
            Sql.of("order by r.followed_id, r.created_at, r.follower_id"));

    private static final OwnedRows BLOCKS = pairs(
            "blocks",
            Sql.of("""
                    select r.account_id as owner, a.id, a.username, r.created_at
                    from block r join account a on a.id = r.blocked_id"""),
            Sql.of("where r.account_id = ?"),
            Sql.of("order by r.account_id, r.created_at, r.blocked_id"));

    private static final OwnedRows MUTES = pairs(
            "mutes",
            Sql.of("""
                    select r.account_id as owner, a.id, a.username, r.created_at
                    from mute r join account a on a.id = r.muted_id"""),
            Sql.of("where r.account_id = ?"),
            Sql.of("order by r.account_id, r.created_at, r.muted_id"));

    public static final List<OwnedRows> ALL = List.of(FOLLOWING, FOLLOWERS, SENT, RECEIVED, BLOCKS, MUTES);

    private FollowHoldings() {}

    private static OwnedRows pairs(String name, Sql all, Sql one, Sql order) {
        return new OwnedRows(name, OwnedRows.SMALL, all, one, order, FollowHoldings::pair);
    }

    private static void pair(JsonWriter json, Row row) {
        json.id("id", row.getLong("id"))
                .text("username", row.getString("username"))
                .moment("at", Rows.instant(row, "created_at"));
    }
}
