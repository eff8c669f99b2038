package broadside.kit.http;

import broadside.kit.problem.Problem;
import broadside.kit.problem.ProblemType;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** Bearer tokens (RFC 6750). */
final class Bearer {
    private static final String SCHEME = "bearer ";

    private Bearer() {}

    /** The token, or null when the request shows none. */
    static @Nullable String token(HttpServerRequest request) {
        var header = request.getHeader("Authorization");
        if (header == null) {
            return null;
        }
        var bearer = header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        return bearer ? header.substring(SCHEME.length()).trim() : "";
    }

    /** @throws Problem 403 when the token does not cover the route */
    static Principal covering(Principal principal, Route route) {
        if (principal.scopes().contains(route.scope())) {
            return principal;
        }
        throw Problem.of(ProblemType.INSUFFICIENT_SCOPE, "It needs the scope " + route.scope() + ".")
                .with("WWW-Authenticate", "Bearer error=\"insufficient_scope\", scope=\"" + route.scope() + "\"");
    }
}
