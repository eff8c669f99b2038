package broadside.post;

import broadside.account.Audit;
import broadside.account.Role;
import broadside.account.Viewer;
import broadside.kit.db.Db;
import broadside.kit.db.Sql;
import broadside.kit.db.Tx;
import broadside.kit.event.Event;
import broadside.kit.http.Precondition;
import broadside.kit.problem.Problem;
import broadside.post.Rendering.Manuscript;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The door of posts. */
public final class Posts {
    private static final Sql DELETE = Sql.of("delete from post where id = ?");

    private static final Sql DUE = Sql.of("""
            select id from post where status = 'scheduled' and publish_at <= ?
            order by publish_at limit 1 for update skip locked""");

    private final Db db;
    private final Clock clock;
    private final Slugs slugs = new Slugs();

    public Posts(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Writes a post; what comes back is read by the query that shows posts. */
    Future<PostView> write(Tx tx, Viewer author, PostDraft draft, Rendition rendition) {
        return Parent.of(tx, author.id(), draft)
                .compose(parent -> write(tx, author.id(), parent, draft, rendition))
                .compose(post -> view(tx, post).compose(view -> PostRecords.written(tx, post, rendition.mentioned())
                        .map(view)));
    }

    private Future<Post> write(Tx tx, long author, @Nullable Parent parent, PostDraft draft, Rendition rendition) {
        var placed = parent == null ? draft : draft.within(parent.visibility());
        return slugs.first(tx, draft.text().title())
                .compose(slug ->
                        tx.persist(Post.write(author, parent, placed, rendition.rendered(), slug, clock.instant())));
    }

    /**
     * Takes in what was written elsewhere, with the times it had. The event is one of its own, so that nobody takes it for news.
     *
     * @param answers id of the post it answers, which takes it whatever its rules are now; where there is none it stands for itself
     */
    public Future<Arrival> publishAgain(Tx tx, long author, FormerPost former, @Nullable Long answers) {
        var found = answers == null ? Future.<@Nullable Parent>succeededFuture(null) : Parent.former(tx, answers);
        return found.compose(parent -> slugs.former(tx, former)
                .compose(slug -> tx.persist(former.by(author, parent, slug)))
                .compose(post -> PostRecords.imported(tx, post)
                        .map(new Arrival(post.id(), post.slug(), answers != null && parent == null))));
    }

    /**
     * Lays a patch over a post.
     *
     * @param rendition the patch's body, where it has one
     */
    Future<PostView> edit(
            Viewer author, long id, PostPatch patch, @Nullable Rendition rendition, Precondition precondition) {
        author.require(Role.AUTHOR);
        return db.transaction(tx -> own(tx, author, id, precondition)
                .compose(post -> placed(tx, post, patch.onto(post.draft(), clock.instant()))
                        .compose(draft -> change(tx, post, draft, rendition)))
                .compose(post -> view(tx, post)));
    }

    /** A reply is for no more people than its parent, and comes out only where that takes it. */
    private static Future<PostDraft> placed(Tx tx, Post post, PostDraft draft) {
        if (draft.replyTo() == null) {
            return Future.succeededFuture(draft);
        }
        if (draft.status() == Status.PUBLISHED && !post.published()) {
            return Parent.of(tx, post.authorId(), draft).map(parent -> draft.within(parent.visibility()));
        }
        return Parent.widest(tx, draft.replyTo()).map(draft::within);
    }

    /** Makes the text of a revision the post's text again; that is an edit and makes another revision. */
    Future<PostView> restore(Tx tx, Viewer author, long id, Manuscript old, Precondition precondition) {
        return own(tx, author.require(Role.AUTHOR), id, precondition)
                .compose(post -> change(tx, post, post.draft().saying(old.text()), old.rendition()))
                .compose(post -> view(tx, post));
    }

    /** Gives a note another text, as its author. Fails with 404 where it is no note. */
    Future<PostView> say(Tx tx, Viewer author, long id, String body, @Nullable Rendition rendition) {
        return own(tx, author, id, Precondition.none())
                .compose(post -> {
                    var draft = post.draft();
                    if (!draft.text().isNote()) {
                        throw Problem.notFound();
                    }
                    return change(tx, post, draft.saying(draft.text().sayingInNote(body)), rendition);
                })
                .compose(post -> view(tx, post));
    }

    Future<Void> delete(Viewer author, long id, Precondition precondition) {
        return db.transaction(tx -> own(tx, author, id, precondition)
                .compose(post -> tx.execute(DELETE.with(id)).compose(gone -> PostRecords.removed(tx, post))));
    }

    /**
     * Takes a published post out of everybody's sight but its author's. Moderators only; fails with 404 where there is none.
     *
     * @param reason for the log
     */
    public Future<Void> hide(Viewer judge, long id, @Nullable String reason) {
        return judge(judge, id, post -> post.hide(clock.instant()), "post.hidden", reason);
    }

    /** Brings a hidden post back into sight. Moderators only. */
    public Future<Void> unhide(Viewer judge, long id) {
        return judge(judge, id, Post::unhide, "post.restored", null);
    }

    private Future<Void> judge(Viewer judge, long id, Predicate<Post> change, String act, @Nullable String reason) {
        judge.require(Role.MODERATOR);
        return db.transaction(tx -> tx.lock(Post.class, id).compose(found -> {
            var post = found.filter(Post::judged).orElseThrow(Problem::notFound);
            var counted = post.counted();
            return change.test(post)
                    ? Audit.act(tx, Event.of(act, judge.id(), "post", id).with("author", post.authorId()), reason)
                            .compose(told -> PostRecords.judged(tx, post, counted))
                    : Future.succeededFuture();
        }));
    }

    /**
     * Publishes every scheduled post whose time has come, each in a transaction of its own; any number of nodes may do it at once.
     *
     * @return how many it were
     */
    public Future<Integer> publishDue() {
        return publishDue(0);
    }

    private Future<Integer> publishDue(int done) {
        return db.transaction(this::publishNext)
                .compose(found -> found ? publishDue(done + 1) : Future.succeededFuture(done));
    }

    private Future<Boolean> publishNext(Tx tx) {
        return tx.first(DUE.with(clock.instant()), row -> row.getLong("id"))
                .compose(due -> due.isEmpty()
                        ? Future.succeededFuture(false)
                        : tx.lock(Post.class, due.get()).compose(post -> publish(tx, post.orElseThrow())));
    }

    private Future<Boolean> publish(Tx tx, Post post) {
        var parent = post.parentId();
        return parent == null
                ? publish(tx, post, true)
                : Parent.takes(tx, post.authorId(), parent).compose(taken -> publish(tx, post, taken));
    }

    private Future<Boolean> publish(Tx tx, Post post, boolean taken) {
        var counted = post.counted();
        if (taken) {
            post.publish(clock.instant());
        } else {
            post.takeBack();
        }
        return PostRecords.changed(tx, post, counted, List.of("status"), null).map(true);
    }

    private Future<Post> change(Tx tx, Post post, PostDraft draft, @Nullable Rendition rendition) {
        var before = post.draft();
        var counted = post.counted();
        var changes = draft.changesSince(before);
        if (changes.isEmpty()) {
            return Future.succeededFuture(post);
        }
        var shown = changes.contains("body") ? rendition : null;
        return slugs.next(tx, post, draft.text().title()).compose(slug -> {
            post.edit(draft, shown == null ? null : shown.rendered(), slug, clock.instant());
            var mentioned = shown == null ? null : shown.mentioned();
            return PostRecords.changed(tx, post, counted, changes, mentioned).map(post);
        });
    }

    /** One's own post in the version one saw, locked. Somebody else's is forbidden where it can be seen, and else not found. */
    private static Future<Post> own(Tx tx, Viewer author, long id, Precondition precondition) {
        return tx.lock(Post.class, id).compose(found -> {
            var post = found.orElseThrow(Problem::notFound);
            if (!post.isBy(author.id())) {
                return PostQueries.refuse(tx, id, author.id());
            }
            precondition.check(post.version());
            return Future.succeededFuture(post);
        });
    }

    private static Future<PostView> view(Tx tx, Post post) {
        return PostQueries.byId(tx, post.id(), post.authorId()).map(found -> found.orElseThrow());
    }

    /** The mapped classes of this room. */
    public static List<Class<?>> entities() {
        return List.of(Post.class);
    }
}
