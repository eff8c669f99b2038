package broadside.series;

import broadside.account.AccountQueries;
import broadside.account.Viewer;
import broadside.kit.db.Reads;
import broadside.kit.http.Answer;
import broadside.kit.http.Call;
import broadside.kit.http.Idempotency;
import broadside.kit.http.Paging;
import broadside.kit.http.Paging.Sealed;
import broadside.kit.http.Route;
import broadside.kit.json.Fields;
import broadside.kit.json.Id;
import broadside.kit.problem.Problem;
import broadside.series.SeriesQueries.Member;
import io.vertx.core.Future;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Series over HTTP. */
public final class SeriesRoutes {
    /** As many posts stand in a series at most. */
    private static final int MOST = 500;

    private final Shelf shelf;
    private final Reads reads;
    private final Idempotency idempotency;
    private final Paging paging;

    public SeriesRoutes(Shelf shelf, Reads reads, Idempotency idempotency, Paging paging) {
        this.shelf = shelf;
        this.reads = reads;
        this.idempotency = idempotency;
        this.paging = paging;
    }

    public List<Route> routes() {
        return List.of(
                Route.post("/v1/series", this::create).replayable(),
                Route.get("/v1/series/{series}", this::read).tokenOptional(),
                Route.patch("/v1/series/{series}", this::edit),
                Route.delete("/v1/series/{series}", this::delete),
                Route.get("/v1/series/{series}/posts", this::posts)
                        .tokenOptional()
                        .parameters("limit", "cursor"),
                Route.put("/v1/series/{series}/posts", this::arrange),
                Route.get("/v1/accounts/{username}/series", this::list)
                        .tokenOptional()
                        .parameters("limit", "cursor"));
    }

    private Future<Answer> create(Call call) {
        var author = Viewer.of(call);
        var text = SeriesText.from(call.json());
        return idempotency.once(call, tx -> shelf.create(tx, author, text)
                .map(series -> answer(201, series).with("Location", "/v1/series/" + series.id())));
    }

    private Future<Answer> read(Call call) {
        return SeriesQueries.byId(reads, call.id("series"), Viewer.idOrNull(call))
                .map(found -> answer(200, found.orElseThrow(Problem::notFound)));
    }

    private Future<Answer> edit(Call call) {
        var precondition = call.requiredPrecondition();
        return shelf.edit(Viewer.of(call), call.id("series"), call.json(), precondition)
                .map(series -> answer(200, series));
    }

    private Future<Answer> delete(Call call) {
        return shelf.delete(Viewer.of(call), call.id("series"), call.requiredPrecondition())
                .map(done -> Answer.noContent());
    }

    private Future<Answer> arrange(Call call) {
        var precondition = call.requiredPrecondition();
        return shelf.arrange(Viewer.of(call), call.id("series"), order(new Fields(call.json())), precondition)
                .map(series -> answer(200, series));
    }

    private static List<Long> order(Fields fields) {
        fields.required("posts");
        var texts = fields.texts("posts", MOST);
        var ids = new ArrayList<Long>();
        var known = new HashSet<Long>();
        for (var text : texts == null ? List.<String>of() : texts) {
            var id = Id.parse(text);
            if (id == null) {
                fields.rejectAt("/posts/" + ids.size(), "format", "It must be an id: a decimal number in a string.");
            } else if (!known.add(id)) {
                fields.rejectAt("/posts/" + ids.size(), "duplicate", "It stands there twice.");
            }
            ids.add(id == null ? 0 : id);
        }
        fields.done();
        return ids;
    }

    private Future<Answer> posts(Call call) {
        var id = call.id("series");
        var viewer = Viewer.idOrNull(call);
        var page = paging.sealed(call, call.query());
        int after = page.from() == null ? 0 : page.from().getInt();
        return SeriesQueries.posts(reads, id, after, page.limit(), viewer)
                .compose(found -> found.isEmpty()
                        ? SeriesQueries.byId(reads, id, viewer)
                                .map(there -> there.orElseThrow(Problem::notFound))
                                .map(found)
                        : Future.succeededFuture(found))
                .map(found -> posts(page, found));
    }

    private Answer posts(Sealed page, List<Member> found) {
        var shown = found.subList(0, Math.min(found.size(), page.limit()));
        var next = found.size() <= page.limit()
                ? null
                : ByteBuffer.allocate(Integer.BYTES)
                        .putInt(shown.get(shown.size() - 1).position())
                        .array();
        return paging.answer(page, shown, next, (json, member) -> member.post().write(json));
    }

    private Future<Answer> list(Call call) {
        var username = call.path("username");
        var viewer = Viewer.idOrNull(call);
        var page = paging.request(call, call.query());
        return SeriesQueries.of(reads, username, page, viewer)
                .compose(found -> found.isEmpty()
                        ? AccountQueries.byName(reads, username, viewer)
                                .map(there -> there.orElseThrow(Problem::notFound))
                                .map(found)
                        : Future.succeededFuture(found))
                .map(found -> paging.answer(
                        page,
                        found,
                        series -> Paging.at(series.createdAt(), series.id()),
                        (json, series) -> series.write(json)));
    }

    private static Answer answer(int status, SeriesView series) {
        return Answer.json(status, series::write).tagged(series.version());
    }
}
