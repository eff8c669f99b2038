package broadside.account;

import broadside.kit.db.Reads;
import broadside.kit.http.Answer;
import broadside.kit.http.Call;
import broadside.kit.http.Route;
import broadside.kit.json.Fields;
import broadside.kit.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Accounts over HTTP. */
public final class AccountRoutes {
    private final Accounts accounts;
    private final Standing standing;
    private final Reads reads;

    public AccountRoutes(Accounts accounts, Standing standing, Reads reads) {
        this.accounts = accounts;
        this.standing = standing;
        this.reads = reads;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/v1/accounts/{username}", this::read).tokenOptional(),
                Route.put("/v1/accounts/{username}/suspension", this::suspend),
                Route.delete("/v1/accounts/{username}/suspension", this::restore),
                Route.get("/v1/me", this::readOwn),
                Route.patch("/v1/me", this::edit));
    }

    private Future<Answer> read(Call call) {
        return AccountQueries.byName(reads, call.path("username"), Viewer.idOrNull(call))
                .map(found -> found.orElseThrow(Problem::notFound))
                .map(account -> Answer.json(200, account::write).tagged(account.version()));
    }

    private Future<Answer> readOwn(Call call) {
        return own(call, 200);
    }

    private Future<Answer> edit(Call call) {
        var patch = AccountPatch.from(call.json());
        return accounts.edit(Viewer.of(call).id(), patch, call.precondition()).compose(done -> own(call, 200));
    }

    private Future<Answer> own(Call call, int status) {
        return AccountQueries.own(reads, Viewer.of(call).id())
                .map(found -> found.orElseThrow(Problem::unauthenticated))
                .map(account -> Answer.json(status, account::writeOwn).tagged(account.version()));
    }

    private Future<Answer> suspend(Call call) {
        var fields = new Fields(call.body().length() == 0 ? new JsonObject() : call.json());
        var reason = Standing.reason(fields);
        fields.done();
        return standing.suspend(Viewer.of(call), call.path("username"), reason).map(done -> Answer.noContent());
    }

    private Future<Answer> restore(Call call) {
        return standing.restore(Viewer.of(call), call.path("username")).map(done -> Answer.noContent());
    }
}
