package broadside.tag;

import broadside.account.Viewer;
import broadside.kit.db.Reads;
import broadside.kit.http.Answer;
import broadside.kit.http.Call;
import broadside.kit.http.Paging;
import broadside.kit.http.Route;
import broadside.kit.problem.Problem;
import broadside.kit.text.Tag;
import io.vertx.core.Future;
import java.util.List;
import java.util.Objects;

/** Tags over HTTP. */
public final class TagRoutes {
    private final Tags tags;
    private final Reads reads;
    private final Paging paging;

    public TagRoutes(Tags tags, Reads reads, Paging paging) {
        this.tags = tags;
        this.reads = reads;
        this.paging = paging;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/v1/tags", this::popular).tokenOptional().parameters("limit"),
                Route.get("/v1/tags/{tag}", this::read).tokenOptional(),
                Route.put("/v1/tags/{tag}/follow", this::follow).bodyUpTo(0),
                Route.delete("/v1/tags/{tag}/follow", this::unfollow),
                Route.get("/v1/me/tags", this::followed).parameters("limit", "cursor"),
                Route.get("/v1/me/tags/timeline", this::timeline).parameters("limit", "cursor"));
    }

    private Future<Answer> popular(Call call) {
        var query = call.query();
        var limit = query.limit();
        query.done();
        return TagQueries.popular(reads, limit)
                .map(popular -> Answer.json(200, json -> json.objects("data", popular, (each, tag) -> tag.write(each))
                                .object("page", page -> page.text("next", null).text("prev", null)))
                        .tagged());
    }

    private Future<Answer> read(Call call) {
        return TagQueries.one(reads, tag(call), Viewer.idOrNull(call))
                .map(tag -> Answer.json(200, tag::write).tagged());
    }

    private Future<Answer> follow(Call call) {
        return tags.follow(Viewer.of(call), tag(call)).map(done -> Answer.noContent());
    }

    private Future<Answer> unfollow(Call call) {
        return tags.unfollow(Viewer.of(call), tag(call)).map(done -> Answer.noContent());
    }

    /** The key of the tag in the path; what can be no tag is not found. */
    private static String tag(Call call) {
        var key = Tag.key(call.path("tag"));
        if (key == null) {
            throw Problem.notFound();
        }
        return key;
    }

    private Future<Answer> followed(Call call) {
        var page = paging.request(call, call.query());
        return TagQueries.followed(reads, Viewer.of(call).id(), page)
                .map(found -> paging.answer(
                        page, found, tag -> Paging.at(tag.since(), tag.id()), (json, tag) -> tag.write(json)));
    }

    private Future<Answer> timeline(Call call) {
        var page = paging.request(call, call.query());
        return TagQueries.timeline(reads, Viewer.of(call).id(), page)
                .map(found -> paging.answer(
                        page,
                        found,
                        post -> Paging.at(Objects.requireNonNull(post.publishedAt()), post.id()),
                        (json, post) -> post.write(json)));
    }
}
