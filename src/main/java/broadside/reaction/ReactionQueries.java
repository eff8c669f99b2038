package broadside.reaction;

import broadside.account.AccountSummary;
import broadside.kit.db.Reads;
import broadside.kit.db.Rows;
import broadside.kit.db.Sql;
import broadside.kit.http.Cursors.Position;
import broadside.kit.http.Paging;
import broadside.kit.http.Paging.Keyset;
import broadside.kit.http.Paging.Request;
import broadside.post.PostQueries;
import broadside.post.PostView;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who reacted to a post, and to what one reacted oneself: the latest first, one statement each. */
final class ReactionQueries {
    private static final Sql LIKES = Sql.of("""
            select r.at, r.account_id as id, r.account_id, a.username, a.display_name, a.avatar_url, a.email
            from visible_post(?) p join post_like r on r.post_id = p.id join visible_account(?) a on a.id = r.account_id
            where p.id = ?""");
    private static final Sql REPOSTS = Sql.of("""
            select r.at, r.id, r.actor_id as account_id, a.username, a.display_name, a.avatar_url, a.email
            from visible_post(?) p join entry r on r.post_id = p.id and r.repost join visible_account(?) a on a.id = r.actor_id
            where p.id = ?""");
    private static final Keyset BY_ACCOUNT = new Keyset(
            Sql.of("and (r.at, r.account_id) < (?, ?)"),
            Sql.of("and (r.at, r.account_id) > (?, ?)"),
            Sql.of("order by r.at desc, r.account_id desc limit ?"),
            Sql.of("order by r.at, r.account_id limit ?"));

    private static final Keyset BY_ENTRY = new Keyset(
            Sql.of("and (r.at, r.id) < (?, ?)"),
            Sql.of("and (r.at, r.id) > (?, ?)"),
            Sql.of("order by r.at desc, r.id desc limit ?"),
            Sql.of("order by r.at, r.id limit ?"));

    private static final Sql REACTED =
            PostQueries.COLUMNS.then(Sql.of(", r.at as reacted_at")).then(PostQueries.VIEWER);
    private static final Sql REST = PostQueries.SEEN.then(PostQueries.BESIDE).then(Sql.of("where p.id = r.post_id"));
    private static final Sql BOOKMARKS =
            REACTED.then(Sql.of("join bookmark r on r.account_id = viewer.id")).then(REST);
    private static final Sql LIKED =
            REACTED.then(Sql.of("join post_like r on r.account_id = viewer.id")).then(REST);
    private static final Keyset BY_POST = new Keyset(
            Sql.of("and (r.at, r.post_id) < (?, ?)"),
            Sql.of("and (r.at, r.post_id) > (?, ?)"),
            Sql.of("order by r.at desc, r.post_id desc limit ?"),
            Sql.of("order by r.at, r.post_id limit ?"));

    private ReactionQueries() {}

    /** Somebody who reacted, and her place in the list. */
    record Reactor(Position place, AccountSummary account) {
        static Reactor of(Row row) {
            var place = Paging.at(Rows.time(row, "at"), row.getLong("id"));
            return new Reactor(place, AccountSummary.of(row, row.getLong("account_id")));
        }
    }

    /** A post one reacted to, and when. */
    record Reacted(Instant at, PostView post) {
        static Reacted of(Row row) {
            return new Reacted(Rows.time(row, "reacted_at"), PostQueries.view(row));
        }
    }

    static Future<List<Reactor>> likes(Reads reads, long post, @Nullable Long viewer, Request page) {
        return reads.list(page.window(LIKES.with(viewer, viewer, post), BY_ACCOUNT), Reactor::of);
    }

    static Future<List<Reactor>> reposts(Reads reads, long post, @Nullable Long viewer, Request page) {
        return reads.list(page.window(REPOSTS.with(viewer, viewer, post), BY_ENTRY), Reactor::of);
    }

    static Future<List<Reacted>> bookmarks(Reads reads, long viewer, Request page) {
        return reads.list(page.window(BOOKMARKS.with(viewer), BY_POST), Reacted::of);
    }

    static Future<List<Reacted>> liked(Reads reads, long viewer, Request page) {
        return reads.list(page.window(LIKED.with(viewer), BY_POST), Reacted::of);
    }
}
