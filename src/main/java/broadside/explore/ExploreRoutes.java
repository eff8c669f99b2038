package broadside.explore;

import broadside.account.Viewer;
import broadside.explore.ExploreQueries.Ranked;
import broadside.kit.db.Reads;
import broadside.kit.http.Answer;
import broadside.kit.http.Call;
import broadside.kit.http.Paging;
import broadside.kit.http.Route;
import io.vertx.core.Future;
import java.util.List;

/** What is worth a look, over HTTP. */
public final class ExploreRoutes {
    private final Reads reads;
    private final Paging paging;

    public ExploreRoutes(Reads reads, Paging paging) {
        this.reads = reads;
        this.paging = paging;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/v1/explore/posts", this::posts).tokenOptional().parameters("limit", "cursor"),
                Route.get("/v1/explore/accounts", this::accounts)
                        .tokenOptional()
                        .parameters("limit", "cursor"));
    }

    private Future<Answer> posts(Call call) {
        var page = paging.request(call, call.query());
        return ExploreQueries.posts(reads, Viewer.idOrNull(call), page)
                .map(found -> paging.answer(
                        page, found, Ranked::place, (json, post) -> post.what().write(json)));
    }

    private Future<Answer> accounts(Call call) {
        var page = paging.request(call, call.query());
        return ExploreQueries.accounts(reads, Viewer.idOrNull(call), page)
                .map(found -> paging.answer(page, found, Ranked::place, (json, account) -> account.what()
                        .write(json)));
    }
}
