package broadside.dialect.microblog;

import broadside.docs.ApiDocument;
import broadside.kit.http.Answer;
import broadside.kit.http.Authenticator;
import broadside.kit.http.Call;
import broadside.kit.http.Cors;
import broadside.kit.http.Dialect;
import broadside.kit.http.Route;
import broadside.kit.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The microblog API: everything under {@value #PREFIX} is answered its way. */
public final class Microblog implements Dialect {
    public static final String PREFIX = "/microblog";
    static final String API = PREFIX + "/api";

    private static final List<String> PARTS = List.of("info", "users", "follows", "posts", "tokens");
    private static final String DOCS = "/docs#microblog";

    private final List<Route> routes;
    private final Authenticator authenticator;
    private final Cors cors;

    /** Reads the class path, so not for an event loop. */
    public Microblog(Doors doors, Authenticator authenticator, Origins origins) {
        this.authenticator = authenticator;
        this.cors = origins;
        this.routes = Stream.of(
                        new UserRoutes(doors).routes(),
                        new FollowRoutes(doors).routes(),
                        new PostRoutes(doors).routes(),
                        new TokenRoutes(doors).routes(),
                        new ProviderRoutes(doors).routes(),
                        List.of(
                                document().route(PREFIX + "/openapi.json"),
                                Route.get(PREFIX, Microblog::docs).open(),
                                Route.get(PREFIX + "/docs", Microblog::docs).open()))
                .flatMap(List::stream)
                .toList();
    }

    /** Its contract. Reads the class path, so not for an event loop. */
    public static ApiDocument document() {
        return ApiDocument.of("microblog", PARTS);
    }

    private static Future<Answer> docs(Call call) {
        return Future.succeededFuture(Answer.moved(302, DOCS));
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
    public Answer render(Problem problem, HttpServerRequest request, String requestId) {
        return ErrorAnswer.of(problem, request);
    }

    /** Whatever a body is labelled as, {@link Body} makes of it what this API makes of it. */
    @Override
    public void check(Call call) {
        // Parameters nobody knows are overlooked here.
    }

    @Override
    public Cors cors() {
        return cors;
    }

    @Override
    public int optionsStatus() {
        return 200;
    }

    @Override
    public @Nullable String cacheControl(boolean known) {
        return null;
    }
}
