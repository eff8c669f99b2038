package broadside.kit.http;

import broadside.kit.problem.Problem;
import broadside.kit.time.Deadlines;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one way a request takes: body, sender, limits, checks, handler, answer. Whatever happens, it is answered, within
 * {@link #ANSWER_WITHIN} or {@link #ANSWER_TO_LOG_IN_WITHIN} of its last byte.
 */
public final class Corridor {
    /**
     * Leaves a third of the promised three seconds to the way there and back, and to pauses: on a busy machine all event loops were
     * seen to stand still for 0.7 s.
     */
    static final Duration ANSWER_WITHIN = Duration.ofMillis(2_000);
    /** For what is counted by itself, log-ins above all: to work out a password of former years may take a slow machine two seconds. */
    static final Duration ANSWER_TO_LOG_IN_WITHIN = Duration.ofMillis(2_300);

    private static final int IGNORED_BODY = 16 * 1024;

    private final Vertx vertx;
    private final Dialects dialects;
    private final RateLimits limits;
    private final Proxies proxies;
    private final Traffic traffic;
    private final Bodies bodies;
    private final Deadlines deadlines;
    private final Deadlines logInDeadlines;
    private final Unrouted unrouted;

    /** @param dialects all APIs; exactly one of them has an empty prefix */
    public Corridor(Vertx vertx, List<Dialect> dialects, RateLimits limits, Proxies proxies, Traffic traffic) {
        this(vertx, dialects, limits, proxies, traffic, Patience.USUAL);
    }

    public Corridor(
            Vertx vertx,
            List<Dialect> dialects,
            RateLimits limits,
            Proxies proxies,
            Traffic traffic,
            Patience patience) {
        this.vertx = vertx;
        this.dialects = new Dialects(dialects);
        this.limits = limits;
        this.proxies = proxies;
        this.traffic = traffic;
        this.bodies = new Bodies(vertx, patience.body());
        this.deadlines = new Deadlines(vertx, ANSWER_WITHIN);
        this.logInDeadlines = new Deadlines(vertx, ANSWER_TO_LOG_IN_WITHIN);
        this.unrouted = new Unrouted(this.dialects, traffic, proxies);
    }

    private record Place(Dialect dialect, Route route) {}

    /** Every route in its place. */
    public Handler<HttpServerRequest> entrance() {
        var places = dialects.all().stream()
                .flatMap(dialect -> dialect.routes().stream().map(route -> new Place(dialect, route)))
                .toList();
        return unrouted.refusingSecondNames(
                Signpost.to(places, place -> place.route().path(), this::router));
    }

    private Router router(List<Place> places) {
        var router = Router.router(vertx);
        places.forEach(place -> mount(router, place.dialect(), place.route()));
        router.route().handler(unrouted::answer).failureHandler(unrouted::failed);
        return router.errorHandler(400, unrouted::undecodable).errorHandler(404, unrouted::failed);
    }

    private void mount(Router router, Dialect dialect, Route route) {
        var place = router.route(route.method(), route.path().replaceAll("\\{(\\w+)}", ":$1"));
        if (route.method().equals(HttpMethod.GET)) {
            place.method(HttpMethod.HEAD);
        }
        place.handler(context -> serve(dialect, route, context)).failureHandler(unrouted::failed);
    }

    private void serve(Dialect dialect, Route route, RoutingContext context) {
        var exchange = new Exchange(context.request(), dialect, route.path(), traffic, proxies);
        bodies.read(context.request(), Math.max(route.bodyLimit(), IGNORED_BODY))
                .compose(body -> withinDeadline(route, handle(dialect, route, exchange, context, body)))
                .onSuccess(exchange::answer)
                .onFailure(exchange::fail);
    }

    private Future<Answer> handle(
            Dialect dialect, Route route, Exchange exchange, RoutingContext context, Buffer body) {
        return sender(dialect, route, exchange).compose(sender -> {
            exchange.sender(sender);
            count(route, exchange, sender);
            var call = new Call(
                    route,
                    context.request(),
                    exchange.requestId(),
                    exchange.client(),
                    context.pathParams(),
                    body,
                    sender);
            dialect.check(call);
            return route.handler().apply(call);
        });
    }

    private Future<@Nullable Principal> sender(Dialect dialect, Route route, Exchange exchange) {
        var token = dialect.token(exchange.request());
        if (route.access() == Route.Access.IGNORED || (token == null && route.access() == Route.Access.OPTIONAL)) {
            return Future.succeededFuture(null);
        }
        if (token == null) {
            return Future.failedFuture(Problem.unauthenticated());
        }
        return dialect.authenticator()
                .authenticate(token)
                .onFailure(failure -> exchange.count(limits, route.limit(), null))
                .map(principal -> AuthorizationField.covering(principal, route));
    }

    private void count(Route route, Exchange exchange, @Nullable Principal sender) {
        exchange.count(limits, route.limit(), sender).ifPresent(problem -> {
            throw problem;
        });
    }

    private Future<Answer> withinDeadline(Route route, Future<Answer> answer) {
        Promise<Answer> promise = Promise.promise();
        var deadline = (route.limit().equals(RateLimit.GENERAL) ? deadlines : logInDeadlines)
                .set(() -> promise.tryFail(tooSlow()));
        answer.onComplete(done -> {
            if (deadline.meet()) {
                promise.handle(done);
            }
        });
        return promise.future();
    }

    private static Problem tooSlow() {
        return Problem.unavailable(
                "It took too long. Whether a write was done is not known: read before you repeat it.");
    }

    /** What could not even be read as a request: it never reaches a route. */
    public void invalid(HttpServerRequest request) {
        new Exchange(request, dialects.of(request.path()), Served.NO_ROUTE, traffic, proxies)
                .fail(Invalid.problem(request));
    }
}
