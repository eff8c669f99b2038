package broadside.post;

import broadside.account.Viewer;
import broadside.kit.db.Db;
import broadside.kit.db.Sql;
import broadside.kit.db.Tx;
import broadside.kit.event.Event;
import broadside.kit.event.Outbox;
import broadside.kit.problem.Problem;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.Optional;

/**
 * Replies that the author of a post above them has hidden: only she and whoever wrote them see them still. What stands under a
 * hidden reply stays in sight.
 */
final class HiddenReplies {
    /** A reply below a post of this account. */
    private static final Sql BELOW = Sql.of("""
            select p.id from visible_post(?) p
            where p.id = ? and exists (select from post above where above.id = any (p.ancestors) and above.author_id = ?)""");

    private static final Sql HIDE = Sql.of("""
            update post set reply_hidden_by = ? where id = ? and reply_hidden_by is null
            returning parent_id, status = 'published' and visibility = 'public' and hidden_at is null as counted""");
    private static final Sql SHOW = Sql.of("""
            update post set reply_hidden_by = null where id = ? and reply_hidden_by = ?
            returning parent_id, status = 'published' and visibility = 'public' and hidden_at is null as counted""");
    private static final Sql UNCOUNT = Sql.of("update post_stat set replies = replies - 1 where post_id = ?");
    private static final Sql COUNT = Sql.of("""
            insert into post_stat (post_id, replies) select id, 1 from post where id = ? for key share
            on conflict (post_id) do update set replies = post_stat.replies + 1""");

    private final Db db;

    HiddenReplies(Db db) {
        this.db = db;
    }

    private record Reply(long parent, boolean counted) {
        static Reply of(Row row) {
            return new Reply(row.getLong("parent_id"), row.getBoolean("counted"));
        }
    }

    /** Hides a reply under a post of the viewer's; one that is hidden already stays so. */
    Future<Void> hide(Viewer viewer, long id) {
        return db.transaction(tx -> below(tx, viewer, id)
                .compose(may -> tx.first(HIDE.with(viewer.id(), id), Reply::of))
                .compose(changed -> follow(tx, viewer, id, changed, "reply.hidden", UNCOUNT)));
    }

    /** Shows a reply again that the viewer has hidden. */
    Future<Void> show(Viewer viewer, long id) {
        return db.transaction(tx -> below(tx, viewer, id)
                .compose(may -> tx.first(SHOW.with(id, viewer.id()), Reply::of))
                .compose(changed -> follow(tx, viewer, id, changed, "reply.shown", COUNT)));
    }

    private static Future<Void> below(Tx tx, Viewer viewer, long id) {
        return tx.first(BELOW.with(viewer.id(), id, viewer.id()), row -> id)
                .compose(found -> found.isPresent() ? Future.succeededFuture() : refuse(tx, viewer, id));
    }

    private static Future<Void> refuse(Tx tx, Viewer viewer, long id) {
        return PostQueries.byId(tx, id, viewer.id()).map(seen -> {
            throw seen.isPresent() ? PostProblems.notBelowYours() : Problem.notFound();
        });
    }

    /** The count comes last, as ever. */
    private static Future<Void> follow(Tx tx, Viewer viewer, long id, Optional<Reply> changed, String kind, Sql count) {
        if (changed.isEmpty()) {
            return Future.succeededFuture();
        }
        var reply = changed.get();
        var event = Event.of(kind, viewer.id(), "post", id).with("replyTo", reply.parent());
        return Outbox.add(tx, event)
                .compose(told ->
                        reply.counted() ? tx.execute(count.with(reply.parent())).mapEmpty() : Future.succeededFuture());
    }
}
