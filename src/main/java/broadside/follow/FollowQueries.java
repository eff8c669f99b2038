package broadside.follow;

import broadside.kit.db.Reads;
import broadside.kit.db.Sql;
import broadside.kit.http.Paging.Keyset;
import broadside.kit.http.Paging.Request;
import broadside.kit.text.CaseFold;
import io.vertx.core.Future;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** People by what they have to do with each other, the newest tie first. A viewer is null who is not logged in. */
final class FollowQueries {
    private static final Sql FOLLOWERS = Sql.of("""
            select a.id, a.username, a.display_name, a.avatar_url, a.email, t.created_at as since
            from follow t join visible_account(?) a on a.id = t.follower_id where t.followed_id = ?""");
    private static final Sql FOLLOWING = Sql.of("""
            select a.id, a.username, a.display_name, a.avatar_url, a.email, t.created_at as since
            from follow t join visible_account(?) a on a.id = t.followed_id where t.follower_id = ?""");
    private static final Sql BLOCKED = Sql.of("""
            select a.id, a.username, a.display_name, a.avatar_url, a.email, t.created_at as since
            from block t join account a on a.id = t.blocked_id where a.suspended_at is null and t.account_id = ?""");
    private static final Sql MUTED = Sql.of("""
            select a.id, a.username, a.display_name, a.avatar_url, a.email, t.created_at as since
            from mute t join visible_account(?) a on a.id = t.muted_id where t.account_id = ?""");
    private static final Sql ASKED = Sql.of("""
            select a.id, a.username, a.display_name, a.avatar_url, a.email, t.created_at as since
            from follow_request t join visible_account(?) a on a.id = t.follower_id where t.followed_id = ?""");
    private static final Sql ASKING = Sql.of("""
            select a.id, a.username, a.display_name, a.avatar_url, a.email, t.created_at as since
            from follow_request t join visible_account(?) a on a.id = t.followed_id where t.follower_id = ?""");
    private static final Keyset BY_FOLLOWER = new Keyset(
            Sql.of("and (t.created_at, t.follower_id) < (?, ?)"),
            Sql.of("and (t.created_at, t.follower_id) > (?, ?)"),
            Sql.of("order by t.created_at desc, t.follower_id desc limit ?"),
            Sql.of("order by t.created_at, t.follower_id limit ?"));
    private static final Keyset BY_FOLLOWED = new Keyset(
            Sql.of("and (t.created_at, t.followed_id) < (?, ?)"),
            Sql.of("and (t.created_at, t.followed_id) > (?, ?)"),
            Sql.of("order by t.created_at desc, t.followed_id desc limit ?"),
            Sql.of("order by t.created_at, t.followed_id limit ?"));
    private static final Keyset BY_BLOCKED = new Keyset(
            Sql.of("and (t.created_at, t.blocked_id) < (?, ?)"),
            Sql.of("and (t.created_at, t.blocked_id) > (?, ?)"),
            Sql.of("order by t.created_at desc, t.blocked_id desc limit ?"),
            Sql.of("order by t.created_at, t.blocked_id limit ?"));
    private static final Keyset BY_MUTED = new Keyset(
            Sql.of("and (t.created_at, t.muted_id) < (?, ?)"),
            Sql.of("and (t.created_at, t.muted_id) > (?, ?)"),
            Sql.of("order by t.created_at desc, t.muted_id desc limit ?"),
            Sql.of("order by t.created_at, t.muted_id limit ?"));

    /** Whom one has blocked is among them: one asks by name, and has to know to end it. */
    private static final Sql RELATIONSHIPS = Sql.of("""
            select a.username, a.blocking,
              exists (select from follow where follower_id = viewer.id and followed_id = a.id) as following,
              exists (select from follow where follower_id = a.id and followed_id = viewer.id) as followed_by,
              exists (select from follow_request where follower_id = viewer.id and followed_id = a.id) as requested,
              exists (select from follow_request where follower_id = a.id and followed_id = viewer.id) as requested_by,
              exists (select from mute where account_id = viewer.id and muted_id = a.id) as muting
            from (select ?::bigint as id, ?::text[] as names) as viewer cross join lateral (
              select v.id, v.username, v.username_key, false as blocking
              from visible_account(viewer.id) v where v.username_key = any (viewer.names)
              union all
              select o.id, o.username, o.username_key, true from block b join account o on o.id = b.blocked_id
              where b.account_id = viewer.id and o.suspended_at is null and o.username_key = any (viewer.names)) a
            order by a.username_key""");

    private FollowQueries() {}

    static Future<List<Person>> followers(Reads reads, @Nullable Long viewer, long of, Request page) {
        return reads.list(page.window(FOLLOWERS.with(viewer, of), BY_FOLLOWER), Person::of);
    }

    static Future<List<Person>> following(Reads reads, @Nullable Long viewer, long of, Request page) {
        return reads.list(page.window(FOLLOWING.with(viewer, of), BY_FOLLOWED), Person::of);
    }

    /** Who asks to follow the viewer. */
    static Future<List<Person>> asked(Reads reads, long viewer, Request page) {
        return reads.list(page.window(ASKED.with(viewer, viewer), BY_FOLLOWER), Person::of);
    }

    /** Whom the viewer asks. */
    static Future<List<Person>> asking(Reads reads, long viewer, Request page) {
        return reads.list(page.window(ASKING.with(viewer, viewer), BY_FOLLOWED), Person::of);
    }

    /** Whom one has blocked: one's own list is the one place where one still comes upon them. */
    static Future<List<Person>> blocked(Reads reads, long viewer, Request page) {
        return reads.list(page.window(BLOCKED.with(viewer), BY_BLOCKED), Person::of);
    }

    static Future<List<Person>> muted(Reads reads, long viewer, Request page) {
        return reads.list(page.window(MUTED.with(viewer, viewer), BY_MUTED), Person::of);
    }

    /** Of those of these names whom the viewer may see or has blocked. */
    static Future<List<Relationship>> relationships(Reads reads, long viewer, List<String> usernames) {
        var keys = usernames.stream().map(CaseFold::key).toArray(String[]::new);
        return reads.list(
                RELATIONSHIPS.with(viewer, keys),
                row -> new Relationship(
                        row.getString("username"),
                        row.getBoolean("following"),
                        row.getBoolean("followed_by"),
                        row.getBoolean("requested"),
                        row.getBoolean("requested_by"),
                        row.getBoolean("blocking"),
                        row.getBoolean("muting")));
    }
}
