package broadside.dialect.microblog;

import broadside.account.Viewer;
import broadside.kit.http.Answer;
import broadside.kit.http.Call;
import broadside.kit.http.RateLimit;
import broadside.kit.http.Route;
import broadside.kit.json.JsonWriter;
import broadside.kit.problem.Problem;
import broadside.kit.text.Email;
import broadside.session.SessionProblems;
import broadside.session.TokenPair;
import io.vertx.core.Future;
import java.util.List;

/** Log-ins, and passwords that were forgotten. */
final class TokenRoutes {
    static final String PATH = Microblog.API + "/tokens";

    private final Doors doors;

    TokenRoutes(Doors doors) {
        this.doors = doors;
    }

    List<Route> routes() {
        return List.of(
                Route.post(PATH, this::logIn).open().bodyUpTo(0).limited(RateLimit.LOGIN),
                Route.put(PATH, this::refresh).open(),
                Route.delete(PATH, this::logOut).sessionOnly(),
                Route.post(PATH + "/reset", this::requestReset).open().limited(RateLimit.MAIL),
                Route.put(PATH + "/reset", this::reset).open());
    }

    private Future<Answer> logIn(Call call) {
        var credentials = Credentials.of(call).orElseThrow(Problem::unauthenticated);
        return doors.pairs()
                .logIn(credentials.login(), credentials.password(), call)
                .map(pair -> tokens(pair, doors.cookies()));
    }

    static Answer tokens(TokenPair pair, Cookies cookies) {
        var body = JsonWriter.object(
                json -> json.text("access_token", pair.access()).text("refresh_token", null));
        return Answer.of(200, ErrorAnswer.JSON, body).with("Set-Cookie", cookies.refresh(pair.refresh()));
    }

    private Future<Answer> refresh(Call call) {
        var body = Body.of(call);
        var access = body.text("access_token").required();
        var sent = body.text("refresh_token").value();
        body.done();
        var refresh = sent == null ? Cookies.refresh(call) : sent;
        if (refresh == null) {
            throw Problem.unauthenticated();
        }
        return doors.pairs().refresh(access.orEmpty(), refresh, call).map(pair -> tokens(pair, doors.cookies()));
    }

    private Future<Answer> logOut(Call call) {
        return doors.pairs().logOut(Viewer.of(call)).map(done -> Answer.noContent());
    }

    /** Limited by address too, so that nobody's mailbox is filled from many places. */
    private Future<Answer> requestReset(Call call) {
        var body = Body.of(call);
        var email = UserRules.email(body.text("email").required());
        body.done();
        doors.limits().require(RateLimit.MAIL, "reset " + Email.key(email.orEmpty()));
        return doors.passwords().request(email.orEmpty()).map(done -> Answer.noContent());
    }

    private Future<Answer> reset(Call call) {
        var body = Body.of(call);
        var token = body.text("token").required();
        var password = UserRules.newPassword(body.text("new_password").required());
        body.done();
        return doors.passwords()
                .reset(token.orEmpty(), password.orEmpty())
                .recover(failure -> Future.failedFuture(isBadToken(failure) ? badToken() : failure))
                .map(done -> Answer.noContent());
    }

    private static boolean isBadToken(Throwable failure) {
        return failure instanceof Problem problem && problem.type().equals(SessionProblems.INVALID_TOKEN);
    }

    private static Problem badToken() {
        return Plain.wrong("token", Texts.BAD_TOKEN);
    }
}
