package broadside.session;

import broadside.account.Viewer;
import broadside.kit.http.Answer;
import broadside.kit.http.Call;
import broadside.kit.http.RateLimit;
import broadside.kit.http.Route;
import broadside.kit.json.Fields;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** E-mail addresses over HTTP. */
public final class EmailRoutes {
    private final EmailAddresses addresses;

    public EmailRoutes(EmailAddresses addresses) {
        this.addresses = addresses;
    }

    public List<Route> routes() {
        return List.of(
                Route.put("/v1/me/email", this::change).sessionOnly().limited(RateLimit.MAIL),
                Route.post("/v1/me/email-verification", this::verify)
                        .sessionOnly()
                        .bodyUpTo(0)
                        .limited(RateLimit.MAIL),
                Route.post("/v1/email-confirmations", this::confirm).open());
    }

    private Future<Answer> change(Call call) {
        return addresses
                .change(Viewer.of(call).id(), EmailChange.from(call.json()))
                .map(done -> Answer.accepted());
    }

    private Future<Answer> verify(Call call) {
        return addresses.verify(Viewer.of(call).id()).map(done -> Answer.accepted());
    }

    private Future<Answer> confirm(Call call) {
        return addresses.confirm(token(call.json())).map(done -> Answer.noContent());
    }

    static Secret token(JsonObject json) {
        var fields = new Fields(json);
        var token = Secret.read(fields, "token");
        fields.done();
        return token;
    }
}
