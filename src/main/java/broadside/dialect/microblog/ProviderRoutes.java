package broadside.dialect.microblog;

import broadside.kit.http.Answer;
import broadside.kit.http.Call;
import broadside.kit.http.RateLimit;
import broadside.kit.http.Route;
import broadside.kit.json.JsonWriter;
import broadside.kit.problem.Problem;
import io.vertx.core.Future;
import java.util.List;

/** Log-ins by a provider: the way there, and what it sent back. */
final class ProviderRoutes {
    private static final String PATH = TokenRoutes.PATH + "/oauth2/{provider}";

    private final Doors doors;

    ProviderRoutes(Doors doors) {
        this.doors = doors;
    }

    List<Route> routes() {
        return List.of(
                Route.get(PATH, this::leave).open(),
                Route.post(PATH, this::comeBack).open().limited(RateLimit.LOGIN));
    }

    private Future<Answer> leave(Call call) {
        var providers = doors.providers();
        var provider = providers.named(call.path("provider"));
        var state = providers.state(provider);
        var query = Form.of(
                "client_id", provider.clientId(),
                "redirect_uri", providers.redirectUrl(provider),
                "response_type", "code",
                "scope", provider.scope(),
                "state", state);
        var url = provider.authorizeUrl() + (provider.authorizeUrl().contains("?") ? "&" : "?") + query;
        return Future.succeededFuture(Answer.of(302, ErrorAnswer.JSON, JsonWriter.object(json -> {}))
                .with("Location", url)
                .with("Set-Cookie", doors.cookies().state(state)));
    }

    private Future<Answer> comeBack(Call call) {
        var body = Body.of(call);
        var code = body.text("code").required();
        var state = body.text("state").required();
        body.done();
        var providers = doors.providers();
        var provider = providers.named(call.path("provider"));
        if (!providers.matches(provider, state.orEmpty(), Cookies.state(call))) {
            throw Problem.unauthenticated();
        }
        return providers
                .client()
                .email(provider, code.orEmpty(), providers.redirectUrl(provider))
                .compose(email -> doors.signIns().signIn(email, call))
                .map(pair -> TokenRoutes.tokens(pair, doors.cookies()));
    }
}
