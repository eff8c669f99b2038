package broadside.post;

import broadside.account.Role;
import broadside.account.Viewer;
import broadside.kit.db.Reads;
import broadside.kit.http.Answer;
import broadside.kit.http.Call;
import broadside.kit.http.Idempotency;
import broadside.kit.http.Route;
import broadside.kit.problem.Problem;
import io.vertx.core.Future;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

/** Posts over HTTP. */
public final class PostRoutes {
    /** 100,000 characters, each as a pair of escapes of six bytes, and the rest. */
    private static final int BODY = 1_300_000;

    private final Posts posts;
    private final Reads reads;
    private final Rendering rendering;
    private final Idempotency idempotency;
    private final Clock clock;

    public PostRoutes(Posts posts, Reads reads, Rendering rendering, Idempotency idempotency, Clock clock) {
        this.posts = posts;
        this.reads = reads;
        this.rendering = rendering;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                Route.post("/v1/posts", this::write).bodyUpTo(BODY).replayable(),
                Route.get("/v1/posts/{id}", this::read).tokenOptional(),
                Route.patch("/v1/posts/{id}", this::edit).bodyUpTo(BODY),
                Route.delete("/v1/posts/{id}", this::delete),
                Route.get("/v1/articles/{slug}", this::readArticle).tokenOptional());
    }

    /** The draft is judged only where nothing is replayed: by the time of a replay its {@code publishAt} may be past. */
    private Future<Answer> write(Call call) {
        var author = Viewer.of(call).require(Role.AUTHOR);
        var json = call.json();
        return rendering
                .of(json.getValue("body"), author.id())
                .map(rendition -> rendition == null ? Rendition.NOTHING : rendition)
                .compose(rendition -> idempotency.once(
                        call, tx -> posts.write(tx, author, PostDraft.from(json, clock.instant()), rendition)
                                .map(PostRoutes::written)));
    }

    private static Answer written(PostView post) {
        return answer(201, post).with("Location", "/v1/posts/" + post.id());
    }

    private Future<Answer> read(Call call) {
        return PostQueries.byId(reads, call.id("id"), Viewer.idOrNull(call))
                .map(found -> answer(200, found.orElseThrow(Problem::notFound)));
    }

    private Future<Answer> edit(Call call) {
        var precondition = call.requiredPrecondition();
        var id = call.id("id");
        var author = Viewer.of(call);
        var json = call.json();
        return rendering
                .of(json.getValue("body"), author.id())
                .compose(rendition -> posts.edit(author, id, new PostPatch(json), rendition, precondition))
                .map(post -> answer(200, post));
    }

    private Future<Answer> delete(Call call) {
        return posts.delete(Viewer.of(call), call.id("id"), call.requiredPrecondition())
                .map(done -> Answer.noContent());
    }

    private Future<Answer> readArticle(Call call) {
        var slug = call.path("slug");
        return PostQueries.bySlug(reads, slug, Viewer.idOrNull(call))
                .map(found -> found.orElseThrow(Problem::notFound))
                .map(post -> slug.equals(post.slug()) ? answer(200, post) : Answer.moved(301, place(post)));
    }

    /** Where an article stands now; one that has become a note only has its id. */
    private static String place(PostView post) {
        return post.slug() == null
                ? "/v1/posts/" + post.id()
                : "/v1/articles/" + URLEncoder.encode(post.slug(), StandardCharsets.UTF_8);
    }

    static Answer answer(int status, PostView post) {
        return Answer.json(status, post::write).tagged(post.version());
    }
}
