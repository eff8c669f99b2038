package broadside.dialect.realworld;

import broadside.docs.ApiDocument;
import broadside.kit.http.Answer;
import broadside.kit.http.AnyOrigin;
import broadside.kit.http.Authenticator;
import broadside.kit.http.AuthorizationField;
import broadside.kit.http.Cors;
import broadside.kit.http.Dialect;
import broadside.kit.http.Route;
import broadside.kit.problem.Problem;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The RealWorld API, version 2.0.0, so that clients of 1.1 are content too. */
public final class RealWorld implements Dialect {
    public static final String PREFIX = "/realworld";

    static final String API = PREFIX + "/api";

    private static final Cors ANY_ORIGIN = new AnyOrigin(
            "Authorization, Content-Type, Accept, X-Requested-With, X-Request-Id",
            "Retry-After, RateLimit, RateLimit-Policy, X-Request-Id");

    private final List<Route> routes;
    private final Authenticator authenticator;

    /** Reads the class path, so not for an event loop. */
    public RealWorld(Doors doors, Authenticator authenticator) {
        this.authenticator = authenticator;
        routes = Stream.of(
                        new UserRoutes(doors).routes(),
                        new ProfileRoutes(doors).routes(),
                        new ArticleListRoutes(doors.reads()).routes(),
                        new ArticleRoutes(doors).routes(),
                        new CommentRoutes(doors).routes(),
                        List.of(document().route(PREFIX + "/openapi.json")))
                .flatMap(List::stream)
                .toList();
    }

    public static ApiDocument document() {
        return ApiDocument.of("realworld", List.of("info", "users", "articles", "comments"));
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public List<Route> routes() {
        return routes;
    }

    @Override
    public Authenticator authenticator() {
        return authenticator;
    }

    @Override
    public @Nullable String token(HttpServerRequest request) {
        return tokenOf(request);
    }

    static @Nullable String tokenOf(HttpServerRequest request) {
        return AuthorizationField.token(request, "Token", "Bearer");
    }

    @Override
    public Cors cors() {
        return ANY_ORIGIN;
    }

    @Override
    public Answer render(Problem problem, HttpServerRequest request, String requestId) {
        return Errors.of(problem, request).answer();
    }
}
