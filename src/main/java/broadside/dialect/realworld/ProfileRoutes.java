package broadside.dialect.realworld;

import static broadside.dialect.realworld.RealWorld.API;

import broadside.account.Viewer;
import broadside.follow.Acquaintance;
import broadside.kit.http.Answer;
import broadside.kit.http.Call;
import broadside.kit.http.Route;
import broadside.kit.problem.Problem;
import broadside.kit.problem.Violation;
import io.vertx.core.Future;
import java.util.List;

/** Others, and following them. */
final class ProfileRoutes {
    private final Doors doors;

    ProfileRoutes(Doors doors) {
        this.doors = doors;
    }

    List<Route> routes() {
        return List.of(
                Route.get(API + "/profiles/{username}", this::read).tokenOptional(),
                Route.post(API + "/profiles/{username}/follow", this::follow).bodyUpTo(0),
                Route.delete(API + "/profiles/{username}/follow", this::unfollow));
    }

    private Future<Answer> read(Call call) {
        return person(call)
                .map(person -> Answer.json(200, json -> json.object("profile", each -> Shapes.profile(each, person))));
    }

    private Future<Acquaintance> person(Call call) {
        return Acquaintance.byName(doors.reads(), call.path("username"), Viewer.idOrNull(call))
                .map(found -> found.orElseThrow(Missing::profile));
    }

    private Future<Answer> follow(Call call) {
        return other(call)
                .compose(person -> doors.follows().follow(Viewer.of(call), person.username()))
                .compose(done -> read(call));
    }

    private Future<Answer> unfollow(Call call) {
        return other(call)
                .compose(person -> doors.follows().unfollow(Viewer.of(call), person.username()))
                .compose(done -> read(call));
    }

    private Future<Acquaintance> other(Call call) {
        return person(call).map(person -> {
            if (person.id() == Viewer.of(call).id()) {
                throw Problem.invalid(new Violation("/profile", "range", "It is your own."));
            }
            return person;
        });
    }
}
