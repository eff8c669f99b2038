package broadside.dialect.microblog;

import broadside.account.Viewer;
import broadside.kit.http.Answer;
import broadside.kit.http.Call;
import broadside.kit.http.Route;
import broadside.kit.json.JsonWriter;
import broadside.kit.problem.Problem;
import broadside.kit.problem.ProblemType;
import broadside.post.Note;
import broadside.post.NoteQueries;
import broadside.post.NoteQueries.Source;
import broadside.post.NoteQueries.Window;
import broadside.session.ProfileQueries;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Posts, everybody's and those of whom one follows. */
final class PostRoutes {
    private static final int LONGEST = 280;

    private final Doors doors;

    PostRoutes(Doors doors) {
        this.doors = doors;
    }

    List<Route> routes() {
        return List.of(
                Route.post(Microblog.API + "/posts", this::write),
                list("/posts", call -> list(call, new Source.Everybody())),
                Route.get(Microblog.API + "/posts/{id}", this::read),
                Route.put(Microblog.API + "/posts/{id}", this::edit),
                Route.delete(Microblog.API + "/posts/{id}", this::delete),
                list("/users/{id}/posts", this::listOf),
                list("/feed", call -> list(call, new Source.Home())));
    }

    private static Route list(String path, Function<Call, Future<Answer>> handler) {
        return Route.get(Microblog.API + path, handler).parameters("limit", "offset", "after");
    }

    private Future<Answer> write(Call call) {
        var author = Viewer.of(call);
        var body = Body.of(call);
        var text = text(body).required();
        body.done();
        return doors.notes().write(author, text.orEmpty()).compose(id -> show(201, author, id));
    }

    private static BodyText text(Body body) {
        return body.text("text").between(1, LONGEST).storable();
    }

    private Future<Answer> read(Call call) {
        return show(200, Viewer.of(call), Ids.of(call));
    }

    private Future<Answer> edit(Call call) {
        var author = Viewer.of(call);
        var body = Body.of(call);
        var text = text(body).value();
        body.done();
        var id = Ids.of(call);
        return own(author, id)
                .compose(post ->
                        text == null ? Future.succeededFuture() : doors.notes().edit(author, id, text))
                .compose(done -> show(200, author, id));
    }

    private Future<Answer> delete(Call call) {
        var author = Viewer.of(call);
        var id = Ids.of(call);
        return own(author, id).compose(post -> doors.notes().delete(author, id)).map(done -> Answer.noContent());
    }

    private Future<Note> own(Viewer author, long id) {
        return find(author, id).map(post -> {
            if (post.author().id() != author.id()) {
                throw Problem.of(ProblemType.FORBIDDEN, "It is somebody else's.");
            }
            return post;
        });
    }

    private Future<Note> find(Viewer viewer, long id) {
        return NoteQueries.byId(doors.reads(), viewer.id(), id).map(found -> found.orElseThrow(Problem::notFound));
    }

    private Future<Answer> show(int status, Viewer viewer, long id) {
        return find(viewer, id)
                .map(post -> Answer.of(
                        status, ErrorAnswer.JSON, JsonWriter.object(json -> PostJson.write(json, post, viewer.id()))));
    }

    private Future<Answer> listOf(Call call) {
        var part = part(call);
        return ProfileQueries.byId(doors.reads(), Viewer.of(call).id(), Ids.of(call))
                .map(found -> found.orElseThrow(Problem::notFound))
                .compose(user -> list(call, new Source.Author(user.id()), part));
    }

    private Future<Answer> list(Call call, Source source) {
        return list(call, source, part(call));
    }

    private static Part part(Call call) {
        return Part.of(call, mark -> Moment.parse(mark) == null ? Texts.NO_TIME : null);
    }

    private Future<Answer> list(Call call, Source source, Part part) {
        var viewer = Viewer.of(call).id();
        var before = mark(part);
        return NoteQueries.count(doors.lists(), viewer, source, before)
                .compose(counted -> part.answer(
                        counted,
                        () -> NoteQueries.page(
                                doors.lists(), viewer, source, new Window(before, part.from(), part.rows())),
                        (json, post) -> PostJson.write(json, post, viewer)));
    }

    private static @Nullable Instant mark(Part part) {
        return part.after() == null ? null : Moment.parse(part.after());
    }
}
