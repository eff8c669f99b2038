package broadside.reaction;

import broadside.account.Role;
import broadside.account.Viewer;
import broadside.kit.db.Db;
import broadside.kit.db.Sql;
import broadside.kit.db.Tx;
import broadside.kit.event.Event;
import broadside.kit.event.Outbox;
import broadside.kit.json.Times;
import broadside.kit.problem.Problem;
import broadside.kit.problem.ProblemType;
import broadside.post.SeenPost;
import io.vertx.core.Future;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * The door of reactions. Rows are locked in one order, account, post, reaction, count, so that nobody waits in a circle; the
 * count comes last, since everybody who reacts to a post at the same time waits for it.
 */
public final class Reactions {
    private final Db db;
    private final Clock clock;

    public Reactions(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Likes a post, once; fails with 404 where the viewer does not see it. */
    public Future<Void> like(Viewer viewer, long post) {
        return put(Reaction.LIKE, viewer, post);
    }

    /** Likes it no more. */
    public Future<Void> unlike(Viewer viewer, long post) {
        return remove(Reaction.LIKE, viewer, post);
    }

    /** Puts it, once. */
    Future<Void> put(Reaction reaction, Viewer viewer, long post) {
        return db.transaction(tx -> SeenPost.kept(tx, viewer, post).compose(seen -> put(tx, reaction, viewer, seen)));
    }

    /** A repost is a publication: not for readers, and of nothing that is not everybody's to see. */
    Future<Void> repost(Viewer viewer, long post) {
        viewer.require(Role.AUTHOR);
        return db.transaction(tx -> SeenPost.held(tx, viewer, post).compose(seen -> {
            if (!seen.isPublic()) {
                throw Problem.of(ProblemType.CONFLICT, "Only a published public post can be reposted.");
            }
            return put(tx, Reaction.REPOST, viewer, seen);
        }));
    }

    private Future<Void> put(Tx tx, Reaction reaction, Viewer viewer, SeenPost post) {
        return tx.execute(reaction.put().with(post.id(), viewer.id(), Times.stored(clock.instant())))
                .compose(rows -> rows == 0
                        ? Future.succeededFuture()
                        : follow(tx, event(reaction.given(), viewer, post), reaction.up()));
    }

    Future<Void> remove(Reaction reaction, Viewer viewer, long post) {
        return db.transaction(
                tx -> SeenPost.kept(tx, viewer, post).compose(seen -> remove(tx, reaction, viewer, seen)));
    }

    private static Future<Void> remove(Tx tx, Reaction reaction, Viewer viewer, SeenPost post) {
        return tx.execute(reaction.remove().with(post.id(), viewer.id()))
                .compose(rows -> rows == 0
                        ? Future.succeededFuture()
                        : follow(tx, event(reaction.taken(), viewer, post), reaction.down()));
    }

    private static Event event(String kind, Viewer viewer, SeenPost post) {
        return Event.of(kind, viewer.id(), "post", post.id()).with("author", post.author());
    }

    private static Future<Void> follow(Tx tx, Event event, @Nullable Sql count) {
        return Outbox.add(tx, event)
                .compose(told -> count == null
                        ? Future.succeededFuture()
                        : tx.execute(count.with(event.subjectId())).mapEmpty());
    }
}
