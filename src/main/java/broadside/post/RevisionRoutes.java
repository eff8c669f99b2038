package broadside.post;

import broadside.account.Viewer;
import broadside.kit.db.Reads;
import broadside.kit.http.Answer;
import broadside.kit.http.Call;
import broadside.kit.http.Idempotency;
import broadside.kit.http.Paging;
import broadside.kit.http.Route;
import broadside.kit.json.Fields;
import broadside.kit.problem.Problem;
import broadside.post.Rendering.Manuscript;
import io.vertx.core.Future;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The revisions of a post over HTTP. */
public final class RevisionRoutes {
    private final Posts posts;
    private final Reads reads;
    private final Rendering rendering;
    private final Idempotency idempotency;
    private final Paging paging;

    public RevisionRoutes(Posts posts, Reads reads, Rendering rendering, Idempotency idempotency, Paging paging) {
        this.posts = posts;
        this.reads = reads;
        this.rendering = rendering;
        this.idempotency = idempotency;
        this.paging = paging;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/v1/posts/{id}/revisions", this::list).parameters("limit", "cursor"),
                Route.get("/v1/posts/{id}/revisions/{number}", this::read),
                Route.post("/v1/posts/{id}/restorations", this::restore).replayable());
    }

    private Future<Answer> list(Call call) {
        var id = call.id("id");
        var author = Viewer.of(call).id();
        var page = paging.request(call, call.query());
        return RevisionQueries.page(reads, id, author, page)
                .compose(found -> found.isEmpty() ? mine(reads, id, author).map(found) : Future.succeededFuture(found))
                .map(found -> paging.answer(
                        page,
                        found,
                        revision -> Paging.at(revision.createdAt(), revision.number()),
                        (json, revision) -> revision.write(json)));
    }

    private Future<Answer> read(Call call) {
        var id = call.id("id");
        var author = Viewer.of(call).id();
        return RevisionQueries.byNumber(reads, id, author, call.id("number"))
                .compose(found -> found.isPresent()
                        ? Future.succeededFuture(found)
                        : mine(reads, id, author).map(found))
                .map(found -> found.orElseThrow(Problem::notFound))
                .map(revision -> Answer.json(200, revision::write).tagged());
    }

    /** Fails unless the post is this author's: 403 where she may see it, else 404. */
    private static Future<Void> mine(Reads reads, long id, long author) {
        return PostQueries.byId(reads, id, author).compose(seen -> {
            var own = seen.filter(post -> post.author().id() == author).isPresent();
            return own ? Future.succeededFuture() : PostQueries.refuse(reads, id, author);
        });
    }

    private Future<Answer> restore(Call call) {
        var precondition = call.requiredPrecondition();
        var id = call.id("id");
        var author = Viewer.of(call);
        return RevisionQueries.byNumber(reads, id, author.id(), number(call))
                .compose(found -> prepared(found, author.id()))
                .compose(found -> idempotency.once(
                        call,
                        tx -> found.isEmpty()
                                ? mine(tx, id, author.id()).compose(own -> Future.failedFuture(Problem.notFound()))
                                : posts.restore(tx, author, id, found.get(), precondition)
                                        .map(post -> PostRoutes.answer(200, post))));
    }

    private static int number(Call call) {
        var fields = new Fields(call.json());
        fields.required("revision");
        var number = fields.whole("revision", 1, Integer.MAX_VALUE);
        fields.done();
        return Objects.requireNonNull(number);
    }

    /** Before the transaction: a revision never changes, and nothing there should wait for Markdown. */
    private Future<Optional<Manuscript>> prepared(Optional<Revision> found, long author) {
        return found.map(revision -> rendering.of(revision.text(), author).map(Optional::of))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    }
}
