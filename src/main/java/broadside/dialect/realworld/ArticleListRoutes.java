package broadside.dialect.realworld;

import static broadside.dialect.realworld.RealWorld.API;

import broadside.account.Viewer;
import broadside.kit.db.Reads;
import broadside.kit.http.Answer;
import broadside.kit.http.Call;
import broadside.kit.http.Route;
import broadside.post.ArticleFilter;
import broadside.post.ArticleQueries;
import broadside.post.ArticleView;
import broadside.tag.TagNames;
import io.vertx.core.Future;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists of articles, and of their tags. */
final class ArticleListRoutes {
    private final Reads reads;

    ArticleListRoutes(Reads reads) {
        this.reads = reads;
    }

    List<Route> routes() {
        return List.of(
                Route.get(API + "/articles", this::list)
                        .tokenOptional()
                        .parameters("tag", "author", "favorited", "limit", "offset"),
                Route.get(API + "/articles/feed", this::feed).parameters("limit", "offset"),
                Route.get(API + "/tags", this::tags).open());
    }

    private Future<Answer> list(Call call) {
        var window = Window.of(call);
        var filter = ArticleFilter.of(given(call, "tag"), given(call, "author"), given(call, "favorited"));
        var viewer = Viewer.idOrNull(call);
        return answer(
                ArticleQueries.page(reads, filter, window.limit(), window.offset(), viewer),
                ArticleQueries.count(reads, filter, viewer));
    }

    /** An empty filter filters nothing: front ends send one where a field is left blank. */
    private static @Nullable String given(Call call, String name) {
        var value = call.parameter(name);
        return value == null || value.isEmpty() ? null : value;
    }

    private Future<Answer> feed(Call call) {
        var window = Window.of(call);
        var viewer = Viewer.of(call).id();
        return answer(
                ArticleQueries.feed(reads, window.limit(), window.offset(), viewer),
                ArticleQueries.countFeed(reads, viewer));
    }

    private static Future<Answer> answer(Future<List<ArticleView>> page, Future<Long> total) {
        return Future.all(page, total)
                .map(both -> Answer.json(200, json -> json.objects("articles", page.result(), Shapes::listed)
                        .number("articlesCount", total.result())));
    }

    private Future<Answer> tags(Call call) {
        return TagNames.newest(reads).map(names -> Answer.json(200, json -> json.texts("tags", names)));
    }
}
