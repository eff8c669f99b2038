package broadside.dialect.realworld;

import static broadside.dialect.realworld.RealWorld.API;

import broadside.account.AccountQueries;
import broadside.account.AccountView;
import broadside.account.Role;
import broadside.account.Viewer;
import broadside.kit.http.Answer;
import broadside.kit.http.Call;
import broadside.kit.http.RateLimit;
import broadside.kit.http.Route;
import broadside.kit.problem.Problem;
import broadside.session.LastingToken;
import broadside.session.LogIn;
import broadside.session.Origin;
import io.vertx.core.Future;
import java.util.List;
import java.util.Objects;

/** Registering, logging in, and oneself. */
final class UserRoutes {
    private final Doors doors;

    UserRoutes(Doors doors) {
        this.doors = doors;
    }

    List<Route> routes() {
        return List.of(
                Route.post(API + "/users", this::register).open().limited(RateLimit.REGISTER),
                Route.post(API + "/users/login", this::logIn).open().limited(RateLimit.LOGIN),
                Route.get(API + "/user", this::read),
                Route.put(API + "/user", this::edit));
    }

    private Future<Answer> register(Call call) {
        var person = Person.Draft.from(call);
        return doors.registrations()
                .create(person.account(), person.password(), Role.AUTHOR)
                .compose(id -> doors.sessions().welcome(id, Origin.of(call)))
                .compose(token -> answer(201, token));
    }

    private Future<Answer> logIn(Call call) {
        var fields = Envelope.open(call, "user").fields();
        var email = Envelope.needed(fields, "email").strip();
        var password = Envelope.needed(fields, "password");
        fields.judge();
        return doors.sessions().logInToStay(LogIn.of(email, password, call)).compose(token -> answer(200, token));
    }

    private Future<Answer> answer(int status, LastingToken token) {
        return own(token.account()).map(account -> answer(status, account, token.text()));
    }

    private static Answer answer(int status, AccountView account, String token) {
        return Answer.json(status, json -> json.object("user", user -> Shapes.user(user, account, token)))
                .with("Cache-Control", "no-store");
    }

    private Future<Answer> read(Call call) {
        return own(Viewer.of(call).id()).map(account -> answer(200, account, token(call)));
    }

    private Future<Answer> edit(Call call) {
        var person = Person.Patch.from(call);
        return doors.identities()
                .change(Viewer.of(call), person.identity(), person.password())
                .compose(done -> read(call));
    }

    /** The one presented goes on working. */
    private static String token(Call call) {
        return Objects.requireNonNull(RealWorld.tokenOf(call.request()));
    }

    private Future<AccountView> own(long id) {
        return AccountQueries.own(doors.reads(), id).map(found -> found.orElseThrow(Problem::unauthenticated));
    }
}
