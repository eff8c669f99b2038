package broadside.post;

import broadside.account.Viewer;
import broadside.kit.db.Sql;
import broadside.kit.db.Tx;
import broadside.kit.problem.Problem;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;

/**
 * A post that somebody sees and is about to do something with. Her account and the post are locked, in this order, so that neither
 * is removed before the end of the transaction, and an account that is being closed does nothing more.
 *
 * @param isPublic whether it is published and everybody's to see
 */
public record SeenPost(long id, long author, boolean isPublic) {
    private static final Sql KEPT = Sql.of("""
            with me as (select id from account where id = ? and suspended_at is null for share),
            target as (select p.id, p.status = 'published' and p.visibility = 'public' as public
              from post p, me where p.id = ? for key share of p)
            select v.id, v.author_id, t.public from visible_post(?) v join target t on t.id = v.id""");
    private static final Sql HELD = Sql.of("""
            with me as (select id from account where id = ? and suspended_at is null for share),
            target as (select p.id, p.status = 'published' and p.visibility = 'public' as public
              from post p, me where p.id = ? for share of p)
            select v.id, v.author_id, t.public from visible_post(?) v join target t on t.id = v.id""");

    /** It is not removed meanwhile. Fails with 404 where the viewer does not see it. */
    public static Future<SeenPost> kept(Tx tx, Viewer viewer, long id) {
        return locked(tx, KEPT, viewer, id);
    }

    /** Nothing about it changes meanwhile: what is public stays so until the end of the transaction. */
    public static Future<SeenPost> held(Tx tx, Viewer viewer, long id) {
        return locked(tx, HELD, viewer, id);
    }

    private static Future<SeenPost> locked(Tx tx, Sql lock, Viewer viewer, long id) {
        return tx.first(lock.with(viewer.id(), id, viewer.id()), SeenPost::of)
                .map(seen -> seen.orElseThrow(Problem::notFound));
    }

    private static SeenPost of(Row row) {
        return new SeenPost(row.getLong("id"), row.getLong("author_id"), row.getBoolean("public"));
    }
}
