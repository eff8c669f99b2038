package broadside.post;

import broadside.account.AccountQueries;
import broadside.account.Viewer;
import broadside.kit.db.Reads;
import broadside.kit.http.Answer;
import broadside.kit.http.Call;
import broadside.kit.http.Paging;
import broadside.kit.http.Route;
import broadside.kit.problem.Problem;
import io.vertx.core.Future;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Lists of posts over HTTP. */
public final class PostListRoutes {
    private final Reads reads;
    private final Paging paging;

    public PostListRoutes(Reads reads, Paging paging) {
        this.reads = reads;
        this.paging = paging;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/v1/posts", this::everybodys).tokenOptional().parameters(parameters("author", "replies")),
                Route.get("/v1/accounts/{username}/posts", this::somebodys)
                        .tokenOptional()
                        .parameters(parameters("replies")),
                Route.get("/v1/me/posts", this::own).parameters("status", "kind", "limit", "cursor"));
    }

    private static String[] parameters(String... more) {
        return Stream.concat(Stream.of(more), Stream.of(PostFilter.parameters()))
                .toArray(String[]::new);
    }

    private Future<Answer> everybodys(Call call) {
        var query = call.query();
        var filter = PostFilter.from(query);
        var page = paging.request(call, query);
        return PostLists.everybodys(reads, filter, page, Viewer.idOrNull(call)).map(posts -> published(page, posts));
    }

    private Future<Answer> somebodys(Call call) {
        var username = call.path("username");
        var query = call.query();
        var filter = PostFilter.from(query).by(username);
        var page = paging.request(call, query);
        return PostLists.somebodys(reads, filter, page, Viewer.idOrNull(call))
                .compose(posts -> posts.isEmpty() ? known(username, call).map(posts) : Future.succeededFuture(posts))
                .map(posts -> published(page, posts));
    }

    /** Somebody who has written nothing is told from nobody. */
    private Future<Void> known(String username, Call call) {
        return AccountQueries.byName(reads, username, Viewer.idOrNull(call))
                .map(found -> found.orElseThrow(Problem::notFound))
                .mapEmpty();
    }

    private Answer published(Paging.Request page, List<PostView> posts) {
        return paging.answer(
                page,
                posts,
                post -> Paging.at(Objects.requireNonNull(post.publishedAt()), post.id()),
                (json, post) -> post.write(json));
    }

    private Future<Answer> own(Call call) {
        var query = call.query();
        var status = query.choice("status", Status.class);
        var kind = query.choice("kind", Kind.class);
        var page = paging.request(call, query);
        return PostLists.own(reads, status, kind, page, Viewer.of(call).id())
                .map(posts -> paging.answer(
                        page, posts, post -> Paging.at(post.createdAt(), post.id()), (json, post) -> post.write(json)));
    }
}
