package broadside.dialect.microblog;

import broadside.account.AccountDraft;
import broadside.account.IdentityPatch;
import broadside.account.Role;
import broadside.account.Viewer;
import broadside.kit.http.Answer;
import broadside.kit.http.Call;
import broadside.kit.http.RateLimit;
import broadside.kit.http.Route;
import broadside.kit.json.Change;
import broadside.kit.json.JsonWriter;
import broadside.kit.problem.Problem;
import broadside.kit.problem.ProblemType;
import broadside.session.Profile;
import broadside.session.ProfileQueries;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** People, and oneself. */
final class UserRoutes {
    private final Doors doors;
    private final UserRules rules;

    UserRoutes(Doors doors) {
        this.doors = doors;
        this.rules = new UserRules(doors.registrations());
    }

    List<Route> routes() {
        return List.of(
                Route.post(Microblog.API + "/users", this::register).open().limited(RateLimit.REGISTER),
                Route.get(Microblog.API + "/users", this::all).parameters("limit", "offset", "after"),
                Route.get(Microblog.API + "/users/{user}", this::read),
                Route.get(Microblog.API + "/me", this::readOwn),
                Route.put(Microblog.API + "/me", this::edit).sessionOnly());
    }

    private Future<Answer> register(Call call) {
        var body = Body.of(call);
        var username = rules.username(body.text("username").required());
        var email = UserRules.email(body.text("email").required());
        var password = UserRules.newPassword(body.text("password").required());
        var about = UserRules.about(body);
        return rules.refuseTaken(body, null)
                .compose(free -> {
                    body.done();
                    var draft = new AccountDraft(username.orEmpty(), email.orEmpty(), null, null);
                    return doors.registrations().create(draft, about.value(), password.orEmpty(), Role.AUTHOR);
                })
                .compose(id -> profile(id, id).map(user -> answer(201, user.orElseThrow(), id)));
    }

    private Future<Answer> all(Call call) {
        var viewer = Viewer.of(call).id();
        var part = Part.of(call, mark -> null);
        if (part.after() != null) {
            throw Problem.of(ProblemType.BAD_REQUEST, "This list has no order to go on in.");
        }
        return ProfileQueries.count(doors.lists(), viewer)
                .compose(counted -> part.answer(
                        counted,
                        () -> ProfileQueries.all(doors.lists(), viewer, part.from(), part.rows()),
                        (json, user) -> UserJson.write(json, user, viewer)));
    }

    /** Digits are an id, everything else is a name. */
    private Future<Answer> read(Call call) {
        var viewer = Viewer.of(call).id();
        var user = call.path("user");
        var found = user.matches("[0-9]+")
                ? profile(viewer, Ids.of(user))
                : ProfileQueries.byName(doors.reads(), viewer, user);
        return found.map(there -> answer(200, there.orElseThrow(Problem::notFound), viewer));
    }

    private Future<Optional<Profile>> profile(long viewer, long id) {
        return ProfileQueries.byId(doors.reads(), viewer, id);
    }

    /** Whoever asks is seen now; what is noted of her may come a minute later. */
    private Future<Answer> readOwn(Call call) {
        var viewer = Viewer.of(call).id();
        return profile(viewer, viewer)
                .map(found -> found.orElseThrow(Problem::unauthenticated)
                        .seen(doors.clock().instant()))
                .map(user -> answer(200, user, viewer));
    }

    private Future<Answer> edit(Call call) {
        var viewer = Viewer.of(call);
        var body = Body.of(call);
        var username = rules.username(body.text("username"));
        var email = UserRules.email(body.text("email"));
        var password = UserRules.newPassword(body.text("password"));
        var about = UserRules.about(body);
        body.text("old_password");
        var patch = new IdentityPatch(
                username.change(), email.change(), about.change(), new Change<>(/* given= */ false, null));
        return rules.refuseTaken(body, viewer.id())
                .compose(free -> prove(viewer, body))
                .compose(proven -> {
                    body.done();
                    if (password.value() != null && !proven) {
                        throw Plain.wrong("old_password", Texts.MISSING);
                    }
                    return isEmpty(patch) && password.value() == null
                            ? Future.succeededFuture()
                            : doors.identities().change(viewer, patch, password.value());
                })
                .compose(done -> readOwn(call));
    }

    /** The old password, where one is given; whether it is right is told together with all else. */
    private Future<Boolean> prove(Viewer viewer, Body body) {
        var old = body.sound("old_password");
        if (old == null) {
            return Future.succeededFuture(false);
        }
        doors.limits().require(RateLimit.LOGIN, "password of account " + viewer.id());
        return doors.proof().isRight(viewer.id(), old).map(right -> {
            if (!right) {
                body.reject("old_password", Texts.WRONG_PASSWORD);
            }
            return right;
        });
    }

    private static boolean isEmpty(IdentityPatch patch) {
        return !patch.username().given()
                && !patch.email().given()
                && !patch.bio().given();
    }

    private static Answer answer(int status, Profile user, long viewer) {
        return Answer.of(status, ErrorAnswer.JSON, JsonWriter.object(json -> UserJson.write(json, user, viewer)));
    }
}
