package broadside.dialect.realworld;

import static broadside.dialect.realworld.RealWorld.API;

import broadside.account.Viewer;
import broadside.kit.db.Reads;
import broadside.kit.http.Answer;
import broadside.kit.http.Call;
import broadside.kit.http.Route;
import broadside.post.ArticleQueries;
import broadside.post.ArticleView;
import io.vertx.core.Future;
import java.util.List;

/** Articles, and who likes them. */
final class ArticleRoutes {
    /** 100,000 characters, each as a pair of escapes of six bytes, and the rest. */
    private static final int BODY = 1_300_000;

    private final Doors doors;

    ArticleRoutes(Doors doors) {
        this.doors = doors;
    }

    List<Route> routes() {
        return List.of(
                Route.post(API + "/articles", this::write).bodyUpTo(BODY),
                Route.get(API + "/articles/{slug}", this::read).tokenOptional(),
                Route.put(API + "/articles/{slug}", this::edit).bodyUpTo(BODY),
                Route.delete(API + "/articles/{slug}", this::delete),
                Route.post(API + "/articles/{slug}/favorite", this::favorite).bodyUpTo(0),
                Route.delete(API + "/articles/{slug}/favorite", this::unfavorite));
    }

    private Future<Answer> write(Call call) {
        return doors.writing()
                .write(Viewer.of(call), ArticleDraft.whole(call))
                .compose(post -> answer(201, call, post.id()));
    }

    private Future<Answer> answer(int status, Call call, long id) {
        return ArticleQueries.byId(doors.reads(), id, Viewer.idOrNull(call))
                .map(found -> answer(status, found.orElseThrow(Missing::article)));
    }

    private static Answer answer(int status, ArticleView article) {
        return Answer.json(status, json -> json.object("article", each -> Shapes.article(each, article)));
    }

    private Future<Answer> read(Call call) {
        return seen(doors.reads(), call).map(article -> answer(200, article));
    }

    /** The article a path names, as far as the viewer sees it. */
    static Future<ArticleView> seen(Reads reads, Call call) {
        return ArticleQueries.bySlug(reads, call.path("slug"), Viewer.idOrNull(call))
                .map(found -> found.orElseThrow(Missing::article));
    }

    private Future<ArticleView> own(Call call) {
        return seen(doors.reads(), call).map(article -> {
            if (article.author().id() != Viewer.of(call).id()) {
                throw Missing.right("article");
            }
            return article;
        });
    }

    private Future<Answer> edit(Call call) {
        return own(call)
                .compose(article -> doors.writing().edit(Viewer.of(call), article.id(), ArticleDraft.patch(call)))
                .compose(post -> answer(200, call, post.id()));
    }

    private Future<Answer> delete(Call call) {
        return own(call)
                .compose(article -> doors.writing().delete(Viewer.of(call), article.id()))
                .map(done -> Answer.noContent());
    }

    private Future<Answer> favorite(Call call) {
        return seen(doors.reads(), call).compose(article -> doors.reactions()
                .like(Viewer.of(call), article.id())
                .compose(done -> answer(200, call, article.id())));
    }

    private Future<Answer> unfavorite(Call call) {
        return seen(doors.reads(), call).compose(article -> doors.reactions()
                .unlike(Viewer.of(call), article.id())
                .compose(done -> answer(200, call, article.id())));
    }
}
