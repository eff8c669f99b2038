package broadside.session;

import broadside.account.Viewer;
import broadside.kit.db.Reads;
import broadside.kit.http.Answer;
import broadside.kit.http.Call;
import broadside.kit.http.Paging;
import broadside.kit.http.Route;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;

/** Personal access tokens over HTTP; only a log-in may manage them, never such a token itself. */
public final class TokenRoutes {
    private final PersonalTokens tokens;
    private final Reads reads;
    private final Paging paging;
    private final Clock clock;

    public TokenRoutes(PersonalTokens tokens, Reads reads, Paging paging, Clock clock) {
        this.tokens = tokens;
        this.reads = reads;
        this.paging = paging;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/v1/tokens", this::list).sessionOnly().parameters("limit", "cursor"),
                Route.post("/v1/tokens", this::make).sessionOnly(),
                Route.delete("/v1/tokens/{id}", this::revoke).sessionOnly());
    }

    private Future<Answer> list(Call call) {
        var request = paging.request(call, call.query());
        return PersonalTokens.page(reads, Viewer.of(call).id(), clock.instant(), request)
                .map(found -> paging.answer(
                        request,
                        found,
                        token -> Paging.at(token.createdAt(), token.id()),
                        (json, token) -> token.write(json)));
    }

    private Future<Answer> make(Call call) {
        return tokens.make(Viewer.of(call).id(), TokenDraft.from(call.json(), clock.instant()))
                .map(TokenRoutes::secret);
    }

    private static Answer secret(PersonalTokens.Made made) {
        return Answer.json(201, json -> {
                    made.token().write(json);
                    json.text("token", made.secret().text());
                })
                .with("Cache-Control", "no-store");
    }

    private Future<Answer> revoke(Call call) {
        return tokens.revoke(Viewer.of(call).id(), call.id("id")).map(done -> Answer.noContent());
    }
}
