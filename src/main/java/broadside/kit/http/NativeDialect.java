package broadside.kit.http;

import broadside.kit.problem.Problem;
import broadside.kit.problem.ProblemType;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;

/** Our own API: problem+json, and nothing is taken that is not offered. */
public record NativeDialect(List<Route> routes, Authenticator authenticator) implements Dialect {
    @Override
    public String prefix() {
        return "";
    }

    @Override
    public Answer render(Problem problem, HttpServerRequest request, String requestId) {
        var instance = request.path() == null ? "/" : request.path();
        return ProblemAnswer.of(problem, instance, requestId).with("Cache-Control", "no-store");
    }

    @Override
    public void check(Call call) {
        if (call.route().path().startsWith("/v1/")) {
            MediaTypes.checkAccept(call.request());
        }
        if (call.route().takesBody()) {
            MediaTypes.checkBody(call);
        }
        if (call.route().parameters().isEmpty()) {
            call.query().refuseUnknown();
        }
        if (call.route().method().equals(HttpMethod.POST)
                && !call.route().replays()
                && call.header("Idempotency-Key") != null) {
            throw Problem.of(ProblemType.BAD_REQUEST, "An Idempotency-Key is not supported here.");
        }
    }
}
