package broadside.session;

import broadside.account.AccountQueries;
import broadside.account.AccountView;
import broadside.account.Role;
import broadside.account.Viewer;
import broadside.kit.db.Reads;
import broadside.kit.http.Answer;
import broadside.kit.http.Call;
import broadside.kit.http.RateLimit;
import broadside.kit.http.Route;
import broadside.kit.json.Fields;
import io.vertx.core.Future;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Coming and going over HTTP. */
public final class RegistrationRoutes {
    private static final int BODY = 16 * 1024;

    private final Registrations registrations;
    private final Reads reads;

    public RegistrationRoutes(Registrations registrations, Reads reads) {
        this.registrations = registrations;
        this.reads = reads;
    }

    public List<Route> routes() {
        return List.of(
                Route.post("/v1/accounts", this::register).open().limited(RateLimit.REGISTER),
                Route.delete("/v1/me", this::close).sessionOnly().bodyUpTo(BODY).limited(RateLimit.LOGIN));
    }

    private Future<Answer> register(Call call) {
        var registration = Registration.from(call.json());
        return registrations
                .create(registration.account(), registration.password(), Role.AUTHOR)
                .compose(id -> AccountQueries.own(reads, id))
                .map(account -> registered(account.orElseThrow()));
    }

    private static Answer registered(AccountView account) {
        var name = URLEncoder.encode(account.username(), StandardCharsets.UTF_8);
        return Answer.json(201, account::writeOwn).tagged(account.version()).with("Location", "/v1/accounts/" + name);
    }

    private Future<Answer> close(Call call) {
        var fields = new Fields(call.json());
        var password = NewPassword.present(fields, "password");
        fields.done();
        return registrations.close(Viewer.of(call).id(), password).map(done -> Answer.noContent());
    }
}
