package broadside.kit.http;

import broadside.kit.problem.Problem;
import broadside.kit.problem.ProblemType;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The Authorization field (RFC 9110, 11.6.2) where its credentials are a token, as Bearer's are (RFC 6750). */
public final class AuthorizationField {
    private AuthorizationField() {}

    /**
     * The token, empty where the field shows something else or stands there twice, null when there is no field.
     *
     * @param schemes names that may stand before a token, in any case
     */
    public static @Nullable String token(HttpServerRequest request, String... schemes) {
        var fields = request.headers().getAll("Authorization");
        return switch (fields.size()) {
            case 0 -> null;
            case 1 -> token(fields.get(0), schemes);
            default -> "";
        };
    }

    private static String token(String field, String... schemes) {
        return Arrays.stream(schemes)
                .map(scheme -> scheme + " ")
                .filter(scheme -> field.regionMatches(true, 0, scheme, 0, scheme.length()))
                .map(scheme -> field.substring(scheme.length()).trim())
                .findFirst()
                .orElse("");
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
