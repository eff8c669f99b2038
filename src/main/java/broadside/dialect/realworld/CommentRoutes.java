package broadside.dialect.realworld;

import static broadside.dialect.realworld.RealWorld.API;

import broadside.account.Viewer;
import broadside.kit.http.Answer;
import broadside.kit.http.Call;
import broadside.kit.http.Route;
import broadside.kit.json.Id;
import broadside.post.ArticleView;
import broadside.post.CommentQueries;
import broadside.post.CommentView;
import io.vertx.core.Future;
import java.util.List;

/** Comments: direct replies to an article. */
final class CommentRoutes {
    private final Doors doors;

    CommentRoutes(Doors doors) {
        this.doors = doors;
    }

    List<Route> routes() {
        var comments = API + "/articles/{slug}/comments";
        return List.of(
                Route.get(comments, this::list).tokenOptional(),
                Route.post(comments, this::write),
                Route.delete(comments + "/{id}", this::delete));
    }

    private Future<Answer> list(Call call) {
        return article(call)
                .compose(article -> CommentQueries.of(doors.reads(), article.id(), Viewer.idOrNull(call)))
                .map(found -> Answer.json(200, json -> json.objects("comments", found, Shapes::comment)));
    }

    private Future<ArticleView> article(Call call) {
        return ArticleRoutes.seen(doors.reads(), call);
    }

    private Future<Answer> write(Call call) {
        return article(call).compose(article -> doors.writing()
                .write(Viewer.of(call), ArticleDraft.comment(call, article.id()))
                .compose(post -> comment(call, article, post.id()))
                .map(comment ->
                        Answer.json(201, json -> json.object("comment", each -> Shapes.comment(each, comment)))));
    }

    private Future<CommentView> comment(Call call, ArticleView article, long id) {
        return CommentQueries.byId(doors.reads(), article.id(), id, Viewer.idOrNull(call))
                .map(found -> found.orElseThrow(Missing::comment));
    }

    private Future<Answer> delete(Call call) {
        return article(call)
                .compose(article -> comment(call, article, id(call)))
                .map(comment -> own(call, comment))
                .compose(comment -> doors.writing().delete(Viewer.of(call), comment.id()))
                .map(done -> Answer.noContent());
    }

    /** What is no id is nobody's. */
    private static long id(Call call) {
        var id = Id.parse(call.path("id"));
        if (id == null) {
            throw Missing.comment();
        }
        return id;
    }

    private static CommentView own(Call call, CommentView comment) {
        if (comment.author().id() != Viewer.of(call).id()) {
            throw Missing.right("comment");
        }
        return comment;
    }
}
