package broadside.post;

import broadside.kit.db.Sql;
import broadside.kit.db.Tx;
import broadside.kit.problem.Problem;
import broadside.kit.problem.ProblemType;
import broadside.kit.problem.Violation;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A published post that somebody wants to answer.
 *
 * @param ancestors ids of the posts it stands under, from the first of the thread on
 * @param open      whether it and the first of the thread take replies from whoever asked
 */
record Parent(long id, List<Long> ancestors, Visibility visibility, boolean open) {
    /** As many posts stand under one another at most. */
    static final int DEEPEST = 100;

    /** Locked, so that it is there until the reply is; the lock stands in the way of deleting it and of nothing else. */
    private static final Sql FIND = Sql.of("""
            with kept as (select id from post where id = ? for key share)
            select p.id, p.ancestors, p.visibility, (
              select bool_and(x.author_id = viewer.id or x.replies_from = 'anyone'
                or x.replies_from = 'followers' and exists (
                  select from follow f where f.follower_id = viewer.id and f.followed_id = x.author_id))
              from post x where x.id in (p.id, p.ancestors[1])) as open
            from kept cross join (select ?::bigint as id) as viewer cross join visible_post(viewer.id) p
            where p.id = kept.id and p.status = 'published'""");

    private static final Sql FORMER =
            Sql.of("select id, ancestors, visibility, true as open from post where id = ? for key share");

    private static final Sql VISIBILITY = Sql.of("select visibility from post where id = ?");

    /** What a draft answers; null where it is no reply. Fails where its author may not see that or may not reply. */
    static Future<@Nullable Parent> of(Tx tx, long author, PostDraft draft) {
        return draft.replyTo() == null
                ? Future.succeededFuture(null)
                : find(tx, author, draft.replyTo()).map(Parent::admitting);
    }

    private static Parent admitting(Optional<Parent> found) {
        var parent = found.orElseThrow(() -> invalid("not-found", "It does not exist, or it is not visible to you."));
        if (!parent.open) {
            throw Problem.of(
                    ProblemType.FORBIDDEN, "Its author, or the author of the first post, takes no reply from you.");
        }
        if (parent.path().size() > DEEPEST) {
            throw invalid("range", "The thread is as deep as it can be. Answer a post further up.");
        }
        return parent;
    }

    private static Problem invalid(String code, String detail) {
        return Problem.invalid(new Violation("/replyTo", code, detail));
    }

    /** Whether this post still takes a reply of this author, when the time has come to publish it. */
    static Future<Boolean> takes(Tx tx, long author, long parent) {
        return find(tx, author, parent).map(found -> found.filter(Parent::open).isPresent());
    }

    /** What a reply was written to elsewhere, whoever may see it here; null where it is gone or the thread too deep. */
    static Future<@Nullable Parent> former(Tx tx, long id) {
        return tx.first(FORMER.with(id), Parent::parent)
                .map(found ->
                        found.filter(parent -> parent.path().size() <= DEEPEST).orElse(null));
    }

    private static Future<Optional<Parent>> find(Tx tx, long author, long parent) {
        return tx.first(FIND.with(parent, author), Parent::parent);
    }

    /** Whom a reply to this post can be for at most; to one that is gone: anybody. */
    static Future<Visibility> widest(Tx tx, long parent) {
        return tx.first(VISIBILITY.with(parent), row -> Visibility.of(row.getString("visibility")))
                .map(found -> found.orElse(Visibility.PUBLIC));
    }

    /** From the first post of the thread to this one. */
    List<Long> path() {
        return Stream.concat(ancestors.stream(), Stream.of(id)).toList();
    }

    private static Parent parent(Row row) {
        return new Parent(
                row.getLong("id"),
                List.of(row.getArrayOfLongs("ancestors")),
                Visibility.of(row.getString("visibility")),
                row.getBoolean("open"));
    }
}
