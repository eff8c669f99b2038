package broadside.dialect.microblog;

import broadside.account.Viewer;
import broadside.follow.FollowDirectory;
import broadside.follow.FollowDirectory.Side;
import broadside.kit.http.Answer;
import broadside.kit.http.Call;
import broadside.kit.http.Route;
import broadside.kit.problem.Problem;
import broadside.kit.problem.ProblemType;
import broadside.session.ProfileQueries;
import io.vertx.core.Future;
import java.util.List;

/** Who follows whom. */
final class FollowRoutes {
    private final Doors doors;

    FollowRoutes(Doors doors) {
        this.doors = doors;
    }

    List<Route> routes() {
        return List.of(
                list("/users/{id}/following", call -> listOf(call, Side.FOLLOWING)),
                list("/users/{id}/followers", call -> listOf(call, Side.FOLLOWERS)),
                list("/me/following", call -> ownList(call, Side.FOLLOWING)),
                list("/me/followers", call -> ownList(call, Side.FOLLOWERS)),
                Route.get(Microblog.API + "/me/following/{id}", this::isFollowed),
                Route.post(Microblog.API + "/me/following/{id}", this::follow).bodyUpTo(0),
                Route.delete(Microblog.API + "/me/following/{id}", this::unfollow));
    }

    private static Route list(String path, java.util.function.Function<Call, Future<Answer>> handler) {
        return Route.get(Microblog.API + path, handler).parameters("limit", "offset", "after");
    }

    private Future<Answer> listOf(Call call, Side side) {
        var part = part(call);
        var id = Ids.of(call);
        return ProfileQueries.byId(doors.reads(), Viewer.of(call).id(), id)
                .map(found -> found.orElseThrow(Problem::notFound))
                .compose(user -> page(call, user.id(), side, part));
    }

    private Future<Answer> ownList(Call call, Side side) {
        return page(call, Viewer.of(call).id(), side, part(call));
    }

    private static Part part(Call call) {
        return Part.of(call, mark -> null);
    }

    private Future<Answer> page(Call call, long of, Side side, Part part) {
        var viewer = Viewer.of(call).id();
        var lists = doors.lists();
        return FollowDirectory.count(lists, viewer, of, side, part.after())
                .compose(counted -> part.answer(
                        counted,
                        () -> FollowDirectory.page(lists, viewer, of, side, part.after(), part.from(), part.rows()),
                        (json, user) -> UserJson.write(json, user, viewer)));
    }

    private Future<Answer> isFollowed(Call call) {
        return FollowDirectory.follows(doors.reads(), Viewer.of(call).id(), Ids.of(call))
                .map(follows -> {
                    if (!follows) {
                        throw Problem.notFound();
                    }
                    return Answer.noContent();
                });
    }

    /** Nobody can follow herself; asking for it changes nothing. */
    private Future<Answer> follow(Call call) {
        var viewer = Viewer.of(call);
        var id = Ids.of(call);
        return id == viewer.id()
                ? Future.succeededFuture(Answer.noContent())
                : doors.follows().begin(viewer, id).map(FollowRoutes::changed);
    }

    private Future<Answer> unfollow(Call call) {
        var viewer = Viewer.of(call);
        var id = Ids.of(call);
        return id == viewer.id()
                ? Future.failedFuture(unchanged())
                : doors.follows().end(viewer, id).map(FollowRoutes::changed);
    }

    private static Answer changed(boolean changed) {
        if (!changed) {
            throw unchanged();
        }
        return Answer.noContent();
    }

    private static Problem unchanged() {
        return Problem.of(ProblemType.CONFLICT, "It is so already.");
    }
}
