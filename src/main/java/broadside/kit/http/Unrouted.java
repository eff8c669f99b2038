package broadside.kit.http;

import broadside.kit.problem.Problem;
import broadside.kit.problem.ProblemType;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Answers what no route takes: unknown paths, other methods, addresses that cannot be read or have a second spelling. */
final class Unrouted {
    private final Dialects dialects;
    private final List<Route> routes;
    private final Traffic traffic;
    private final Proxies proxies;

    Unrouted(Dialects dialects, Traffic traffic, Proxies proxies) {
        this.dialects = dialects;
        this.routes = dialects.routes().toList();
        this.traffic = traffic;
        this.proxies = proxies;
    }

    /** The router takes several spellings of one path, caches in front of it do not: one name for each thing. */
    Handler<HttpServerRequest> refusingSecondNames(Handler<HttpServerRequest> others) {
        return request -> {
            if (Address.isPlain(request.path())) {
                others.handle(request);
            } else {
                exchange(request).fail(Problem.notFound());
            }
        };
    }

    void answer(RoutingContext context) {
        var methods = methods(context.normalizedPath());
        if (methods.isEmpty()) {
            exchange(context).fail(Problem.notFound());
        } else if (context.request().method().equals(HttpMethod.OPTIONS)) {
            exchange(context).options(methods);
        } else {
            exchange(context)
                    .fail(Problem.of(ProblemType.METHOD_NOT_ALLOWED, "Use " + methods + ".")
                            .with("Allow", methods));
        }
    }

    /** The methods of all routes with this path, as an Allow header has them; empty where there is no such path. */
    private String methods(String path) {
        var methods = new TreeSet<String>();
        for (var route : routes) {
            if (Pattern.matches(route.path().replaceAll("\\{\\w+}", "[^/]+"), path)) {
                methods.add(route.method().name());
            }
        }
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        if (!methods.isEmpty()) {
            methods.add("OPTIONS");
        }
        return String.join(", ", methods);
    }

    /** What the router itself refuses. */
    void failed(RoutingContext context) {
        var failure = context.failure();
        if (context.statusCode() == 400) {
            undecodable(context);
        } else if (context.statusCode() == 404) {
            exchange(context).fail(Problem.notFound());
        } else {
            exchange(context)
                    .fail(failure == null ? new IllegalStateException("status " + context.statusCode()) : failure);
        }
    }

    void undecodable(RoutingContext context) {
        exchange(context).fail(Problem.of(ProblemType.BAD_REQUEST, "The address cannot be decoded."));
    }

    private Exchange exchange(RoutingContext context) {
        return exchange(context.request());
    }

    private Exchange exchange(HttpServerRequest request) {
        return new Exchange(request, dialects.of(request.path()), Served.NO_ROUTE, traffic, proxies);
    }
}
