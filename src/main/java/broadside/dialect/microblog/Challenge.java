package broadside.dialect.microblog;

import broadside.kit.http.Answer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

/** How a 401 asks for credentials (RFC 9110, 11.6.1): for a log-in by a scheme that no browser has a window for. */
final class Challenge {
    private static final String FIELD = "WWW-Authenticate";

    private Challenge() {}

    static Answer on(Answer answer, HttpServerRequest request) {
        var path = request.path();
        var tokens = path != null && path.startsWith(TokenRoutes.PATH);
        if (tokens && request.method().equals(HttpMethod.POST) && TokenRoutes.PATH.equals(path)) {
            return answer.with(FIELD, "Form");
        }
        var withoutBearer = tokens && !request.method().equals(HttpMethod.DELETE);
        return withoutBearer ? answer : answer.with(FIELD, "Bearer realm=\"Authentication Required\"");
    }
}
