package broadside.kit.http;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.Arrays;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One operation: a line in a room's route table.
 *
 * @param path       template as in OpenAPI, {@code /v1/posts/{id}}
 * @param access     whether a token is needed
 * @param scope      what the token must cover
 * @param parameters the query parameters it knows; any other is refused
 * @param limit      name of the rate limit it counts against
 * @param bodyLimit  largest body in bytes; 0: it takes none
 * @param replays    whether it honours an Idempotency-Key
 * @param body       what its body is written in
 */
public record Route(
        HttpMethod method,
        String path,
        Function<Call, Future<Answer>> handler,
        Access access,
        String scope,
        Set<String> parameters,
        RateLimit limit,
        int bodyLimit,
        boolean replays,
        BodyType body) {
    /** What a body is written in. */
    public enum BodyType {
        JSON,
        /** As browsers send the fields of a form: {@code application/x-www-form-urlencoded}. */
        FORM
    }

    /** Whether a token is needed, looked at when it is there, or ignored. */
    public enum Access {
        REQUIRED,
        OPTIONAL,
        IGNORED
    }

    private static final int SMALL_BODY = 16 * 1024;

    public static Route get(String path, Function<Call, Future<Answer>> handler) {
        return of(HttpMethod.GET, path, handler, "read", 0);
    }

    public static Route post(String path, Function<Call, Future<Answer>> handler) {
        return of(HttpMethod.POST, path, handler, "write", SMALL_BODY);
    }

    public static Route put(String path, Function<Call, Future<Answer>> handler) {
        return of(HttpMethod.PUT, path, handler, "write", SMALL_BODY);
    }

    public static Route patch(String path, Function<Call, Future<Answer>> handler) {
        return of(HttpMethod.PATCH, path, handler, "write", SMALL_BODY);
    }

    public static Route delete(String path, Function<Call, Future<Answer>> handler) {
        return of(HttpMethod.DELETE, path, handler, "write", 0);
    }

    private static Route of(
            HttpMethod method, String path, Function<Call, Future<Answer>> handler, String scope, int bodyLimit) {
        return new Route(
                method,
                path,
                handler,
                Access.REQUIRED,
                scope,
                Set.of(),
                RateLimit.GENERAL,
                bodyLimit,
                false,
                BodyType.JSON);
    }

    /** Served to anybody; a token is looked at when there is one. */
    public Route tokenOptional() {
        return new Route(method, path, handler, Access.OPTIONAL, scope, parameters, limit, bodyLimit, replays, body);
    }

    /** Served to anybody; a token, even a bad one, makes no difference. */
    public Route open() {
        return new Route(method, path, handler, Access.IGNORED, scope, parameters, limit, bodyLimit, replays, body);
    }

    /** Only for a log-in session, never for a personal access token. */
    public Route sessionOnly() {
        return new Route(method, path, handler, access, "session", parameters, limit, bodyLimit, replays, body);
    }

    public Route parameters(String... names) {
        return new Route(
                method,
                path,
                handler,
                access,
                scope,
                Arrays.stream(names).collect(Collectors.toUnmodifiableSet()),
                limit,
                bodyLimit,
                replays,
                body);
    }

    /** The same, its answers finished by somebody who knows more; failures stay as they are. */
    public Route finished(BiFunction<Call, Answer, Answer> finish) {
        return new Route(
                method,
                path,
                call -> handler.apply(call).map(answer -> finish.apply(call, answer)),
                access,
                scope,
                parameters,
                limit,
                bodyLimit,
                replays,
                body);
    }

    public Route limited(RateLimit by) {
        return new Route(method, path, handler, access, scope, parameters, by, bodyLimit, replays, body);
    }

    public Route bodyUpTo(int bytes) {
        return new Route(method, path, handler, access, scope, parameters, limit, bytes, replays, body);
    }

    /** May be sent again under the same Idempotency-Key. */
    public Route replayable() {
        return new Route(method, path, handler, access, scope, parameters, limit, bodyLimit, true, body);
    }

    /** Takes the fields of a form in place of JSON. */
    public Route form() {
        return new Route(method, path, handler, access, scope, parameters, limit, bodyLimit, replays, BodyType.FORM);
    }

    boolean takesBody() {
        return bodyLimit > 0;
    }
}
