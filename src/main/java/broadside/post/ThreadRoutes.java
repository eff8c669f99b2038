package broadside.post;

import broadside.account.Viewer;
import broadside.kit.db.Db;
import broadside.kit.db.Reads;
import broadside.kit.http.Answer;
import broadside.kit.http.Call;
import broadside.kit.http.Paging;
import broadside.kit.http.Route;
import broadside.kit.problem.Problem;
import io.vertx.core.Future;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Threads and replies over HTTP. */
public final class ThreadRoutes {
    private final HiddenReplies hidden;
    private final Reads reads;
    private final Paging paging;

    public ThreadRoutes(Db db, Reads reads, Paging paging) {
        this.hidden = new HiddenReplies(db);
        this.reads = reads;
        this.paging = paging;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/v1/posts/{id}/thread", this::thread).tokenOptional().parameters("limit", "cursor"),
                Route.get("/v1/posts/{id}/replies", this::replies)
                        .tokenOptional()
                        .parameters("limit", "cursor"),
                Route.put("/v1/posts/{id}/hidden", this::hide).bodyUpTo(0),
                Route.delete("/v1/posts/{id}/hidden", this::show));
    }

    private Future<Answer> thread(Call call) {
        var id = call.id("id");
        var page = paging.sealed(call, call.query());
        return ThreadQueries.around(reads, id, page, Viewer.idOrNull(call)).map(thread -> {
            if (page.from() == null && !thread.reaches(id)) {
                throw Problem.notFound();
            }
            return paging.answer(page, thread.items(), last(thread, id), (json, item) -> item.write(json));
        });
    }

    /** Where to go on: the way from the post asked for to the last item. */
    private static byte @Nullable [] last(ThreadPart thread, long id) {
        if (!thread.more()) {
            return null;
        }
        var path = thread.items().get(thread.items().size() - 1).path();
        return ThreadPlace.bytes(path.subList(path.indexOf(id) + 1, path.size()));
    }

    private Future<Answer> replies(Call call) {
        var id = call.id("id");
        var viewer = Viewer.idOrNull(call);
        var page = paging.request(call, call.query());
        return ThreadQueries.replies(reads, id, page, viewer)
                .compose(found -> found.isEmpty() ? seen(id, viewer).map(found) : Future.succeededFuture(found))
                .map(found -> paging.answer(
                        page,
                        found,
                        post -> Paging.at(Objects.requireNonNull(post.publishedAt()), post.id()),
                        (json, post) -> post.write(json)));
    }

    /** A post that nobody has answered is told from none. */
    private Future<Void> seen(long id, @Nullable Long viewer) {
        return PostQueries.byId(reads, id, viewer)
                .map(found -> found.orElseThrow(Problem::notFound))
                .mapEmpty();
    }

    private Future<Answer> hide(Call call) {
        return hidden.hide(Viewer.of(call), call.id("id")).map(done -> Answer.noContent());
    }

    private Future<Answer> show(Call call) {
        return hidden.show(Viewer.of(call), call.id("id")).map(done -> Answer.noContent());
    }
}
