package broadside.reaction;

import broadside.account.Viewer;
import broadside.kit.db.Reads;
import broadside.kit.http.Answer;
import broadside.kit.http.Call;
import broadside.kit.http.Paging;
import broadside.kit.http.Route;
import broadside.kit.problem.Problem;
import broadside.post.PostQueries;
import broadside.reaction.ReactionQueries.Reacted;
import broadside.reaction.ReactionQueries.Reactor;
import io.vertx.core.Future;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Likes, bookmarks and reposts over HTTP. */
public final class ReactionRoutes {
    private final Reactions reactions;
    private final Reads reads;
    private final Paging paging;

    public ReactionRoutes(Reactions reactions, Reads reads, Paging paging) {
        this.reactions = reactions;
        this.reads = reads;
        this.paging = paging;
    }

    public List<Route> routes() {
        return List.of(
                Route.put("/v1/posts/{id}/like", call -> put(Reaction.LIKE, call))
                        .bodyUpTo(0),
                Route.delete("/v1/posts/{id}/like", call -> remove(Reaction.LIKE, call)),
                Route.put("/v1/posts/{id}/bookmark", call -> put(Reaction.BOOKMARK, call))
                        .bodyUpTo(0),
                Route.delete("/v1/posts/{id}/bookmark", call -> remove(Reaction.BOOKMARK, call)),
                Route.put("/v1/posts/{id}/repost", this::repost).bodyUpTo(0),
                Route.delete("/v1/posts/{id}/repost", call -> remove(Reaction.REPOST, call)),
                Route.get("/v1/posts/{id}/likes", this::likes).tokenOptional().parameters("limit", "cursor"),
                Route.get("/v1/posts/{id}/reposts", this::reposts)
                        .tokenOptional()
                        .parameters("limit", "cursor"),
                Route.get("/v1/me/bookmarks", this::bookmarks).parameters("limit", "cursor"),
                Route.get("/v1/me/likes", this::liked).parameters("limit", "cursor"));
    }

    private Future<Answer> put(Reaction reaction, Call call) {
        return reactions.put(reaction, Viewer.of(call), call.id("id")).map(done -> Answer.noContent());
    }

    private Future<Answer> repost(Call call) {
        return reactions.repost(Viewer.of(call), call.id("id")).map(done -> Answer.noContent());
    }

    private Future<Answer> remove(Reaction reaction, Call call) {
        return reactions.remove(reaction, Viewer.of(call), call.id("id")).map(done -> Answer.noContent());
    }

    private Future<Answer> likes(Call call) {
        var post = call.id("id");
        var viewer = Viewer.idOrNull(call);
        var page = paging.request(call, call.query());
        return ReactionQueries.likes(reads, post, viewer, page).compose(found -> people(page, post, viewer, found));
    }

    private Future<Answer> reposts(Call call) {
        var post = call.id("id");
        var viewer = Viewer.idOrNull(call);
        var page = paging.request(call, call.query());
        return ReactionQueries.reposts(reads, post, viewer, page).compose(found -> people(page, post, viewer, found));
    }

    /** A post that nobody reacted to is told from none. */
    private Future<Answer> people(Paging.Request page, long post, @Nullable Long viewer, List<Reactor> found) {
        var known = found.isEmpty()
                ? PostQueries.byId(reads, post, viewer).map(seen -> seen.orElseThrow(Problem::notFound))
                : Future.succeededFuture();
        return known.map(there -> paging.answer(page, found, Reactor::place, (json, reactor) -> reactor.account()
                .write(json)));
    }

    private Future<Answer> bookmarks(Call call) {
        var page = paging.request(call, call.query());
        return ReactionQueries.bookmarks(reads, Viewer.of(call).id(), page).map(found -> posts(page, found));
    }

    private Future<Answer> liked(Call call) {
        var page = paging.request(call, call.query());
        return ReactionQueries.liked(reads, Viewer.of(call).id(), page).map(found -> posts(page, found));
    }

    private Answer posts(Paging.Request page, List<Reacted> found) {
        return paging.answer(
                page, found, reacted -> Paging.at(reacted.at(), reacted.post().id()), (json, reacted) -> reacted.post()
                        .write(json));
    }
}
