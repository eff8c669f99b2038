package broadside.session;

import broadside.account.Viewer;
import broadside.kit.db.Reads;
import broadside.kit.http.Answer;
import broadside.kit.http.Call;
import broadside.kit.http.Paging;
import broadside.kit.http.RateLimit;
import broadside.kit.http.Route;
import broadside.kit.json.Fields;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import java.util.Objects;

/** Log-ins over HTTP. */
public final class SessionRoutes {
    private final Sessions sessions;
    private final Reads reads;
    private final Paging paging;
    private final Clock clock;

    public SessionRoutes(Sessions sessions, Reads reads, Paging paging, Clock clock) {
        this.sessions = sessions;
        this.reads = reads;
        this.paging = paging;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                Route.post("/v1/sessions", this::logIn).open().limited(RateLimit.LOGIN),
                Route.post("/v1/sessions/refresh", this::refresh).open(),
                Route.get("/v1/sessions", this::list).sessionOnly().parameters("limit", "cursor"),
                Route.delete("/v1/sessions", this::revokeOthers).sessionOnly(),
                Route.delete("/v1/sessions/current", this::logOut).sessionOnly(),
                Route.delete("/v1/sessions/{id}", this::revoke).sessionOnly());
    }

    private Future<Answer> logIn(Call call) {
        return sessions.logIn(LogIn.from(call)).map(tokens -> secret(201, tokens)
                .with("Location", "/v1/sessions/" + tokens.session().id()));
    }

    private Future<Answer> refresh(Call call) {
        var fields = new Fields(call.json());
        var token = Secret.read(fields, "refreshToken");
        fields.done();
        return sessions.refresh(token, Origin.address(call)).map(tokens -> secret(200, tokens));
    }

    private static Answer secret(int status, Tokens tokens) {
        return Answer.json(status, tokens::write).with("Cache-Control", "no-store");
    }

    private Future<Answer> list(Call call) {
        var request = paging.request(call, call.query());
        var current = current(call);
        return SessionQueries.page(reads, Viewer.of(call).id(), clock.instant(), request)
                .map(found -> paging.answer(
                        request,
                        found,
                        view -> Paging.at(view.createdAt(), view.id()),
                        (json, view) -> view.write(json, current)));
    }

    private Future<Answer> revokeOthers(Call call) {
        return sessions.revokeOthers(Viewer.of(call).id(), current(call)).map(done -> Answer.noContent());
    }

    private Future<Answer> logOut(Call call) {
        return sessions.logOut(Viewer.of(call).id(), current(call)).map(done -> Answer.noContent());
    }

    private Future<Answer> revoke(Call call) {
        return sessions.revoke(Viewer.of(call).id(), call.id("id")).map(done -> Answer.noContent());
    }

    /** The log-in a request comes from; only routes for sessions ask. */
    static long current(Call call) {
        return Objects.requireNonNull(Viewer.of(call).session(), "a session");
    }
}
