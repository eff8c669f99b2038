package broadside.kit.http;

import broadside.kit.problem.Problem;
import broadside.kit.problem.ProblemType;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request and its answer: what every answer carries is put on here, and nothing is answered twice. */
final class Exchange {
    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE,
            HttpMethod.OPTIONS);
    private static final Pattern USABLE_ID = Pattern.compile("[A-Za-z0-9-]{8,64}");
    private static final CharSequence REQUEST_ID = HttpHeaders.createOptimized("X-Request-Id");

    private static final Map<CharSequence, CharSequence> ALWAYS = Map.of(
            HttpHeaders.createOptimized("X-Content-Type-Options"), HttpHeaders.createOptimized("nosniff"),
            HttpHeaders.createOptimized("X-Frame-Options"), HttpHeaders.createOptimized("DENY"),
            HttpHeaders.createOptimized("Referrer-Policy"), HttpHeaders.createOptimized("no-referrer"),
            HttpHeaders.createOptimized("Content-Security-Policy"),
                    HttpHeaders.createOptimized("default-src 'none'; frame-ancestors 'none'"),
            HttpHeaders.createOptimized("Vary"), HttpHeaders.createOptimized("Authorization, Accept-Encoding"));

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Dialect dialect;
    private final Traffic traffic;
    private final String requestId;
    private final String client;
    private final String method;
    private final String route;
    private final long begun = System.nanoTime();
    private final AtomicBoolean ended = new AtomicBoolean();
    private @Nullable Principal sender;
    private @Nullable String reason;

    /** @param route the template of its path, or {@link Served#NO_ROUTE} */
    Exchange(HttpServerRequest request, Dialect dialect, String route, Traffic traffic, Proxies proxies) {
        this.request = request;
        this.response = request.response();
        this.dialect = dialect;
        this.traffic = traffic;
        this.requestId = requestId(request.getHeader(REQUEST_ID), traffic);
        this.client = proxies.client(request);
        this.method = METHODS.contains(request.method()) ? request.method().name() : "OTHER";
        this.route = route;
        traffic.begin(method, route);
        response.closeHandler(closed -> finished());
        response.headers().add(REQUEST_ID, requestId);
        ALWAYS.forEach(response.headers()::add);
        dialect.cors().answer(request, response.headers());
    }

    private static String requestId(@Nullable String asked, Traffic traffic) {
        return asked != null && USABLE_ID.matcher(asked).matches() ? asked : traffic.nextId();
    }

    /**
     * A request is under way until its answer has been written to the socket. Who says that a connection closes has to close it
     * (RFC 9112, 9.6).
     */
    private void end(Future<Void> written) {
        var last = "close".equals(response.headers().get("Connection"));
        written.onComplete(done -> {
            finished();
            if (last) {
                request.connection().close();
            }
        });
    }

    private void finished() {
        if (ended.compareAndSet(false, true)) {
            var status = response.ended() ? response.getStatusCode() : Served.ABORTED;
            @Nullable Long account = sender == null ? null : Long.valueOf(sender.id());
            traffic.end(new Served(requestId, method, route, status, System.nanoTime() - begun, account, reason));
        }
    }

    HttpServerRequest request() {
        return request;
    }

    String requestId() {
        return requestId;
    }

    String client() {
        return client;
    }

    /** Tells who sends it: where somebody is logged in, no shared cache may keep the answer. */
    void sender(@Nullable Principal known) {
        sender = known;
    }

    /** Counts the request and tells what is left; a problem when nothing was. */
    Optional<Problem> count(RateLimits limits, RateLimit limit, @Nullable Principal sender) {
        if (limits.off()) {
            return Optional.empty();
        }
        var verdict = limits.take(limit, sender == null ? client : "account " + sender.id());
        response.headers().set("RateLimit-Policy", verdict.policy()).set("RateLimit", verdict.state());
        return verdict.refused() ? Optional.of(verdict.problem()) : Optional.empty();
    }

    void answer(Answer answer) {
        if (response.closed() || response.ended()) {
            return;
        }
        if (traffic.draining()) {
            response.putHeader("Connection", "close");
        }
        var cacheControl = dialect.cacheControl(sender != null);
        if (cacheControl != null) {
            response.putHeader("Cache-Control", cacheControl);
        }
        response.setStatusCode(answer.status());
        answer.headers().forEach(response::putHeader);
        send(answer);
    }

    private void send(Answer answer) {
        var reading =
                request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
        if (reading && answer.status() == 200 && isKnown(answer)) {
            response.headers().remove("Content-Type");
            response.setStatusCode(304);
            end(response.end());
        } else if (answer.body() == null) {
            end(response.end());
        } else {
            sendBody(answer.body());
        }
    }

    /**
     * Whether the client has it. Its date counts only where it sent no tag (RFC 9110, 13.1.3), and only the very one it was given:
     * what was taken away again leaves an earlier date.
     */
    private boolean isKnown(Answer answer) {
        var tag = request.getHeader("If-None-Match");
        var date = request.getHeader("If-Modified-Since");
        return tag != null
                ? EntityTag.noneMatches(tag, answer.headers().get("ETag"))
                : date != null && date.equals(answer.headers().get("Last-Modified"));
    }

    private void sendBody(Buffer plain) {
        var body = plain;
        var packed = response.headers().contains("Content-Encoding");
        if (!packed && Gzip.pays(plain, request.getHeader("Accept-Encoding"))) {
            body = Gzip.of(plain);
            response.putHeader("Content-Encoding", "gzip");
        }
        if (request.method().equals(HttpMethod.HEAD)) {
            response.putHeader("Content-Length", Integer.toString(body.length()));
            end(response.end());
        } else {
            end(response.end(body));
        }
    }

    void options(String methods) {
        response.putHeader("Allow", methods);
        if (request.getHeader("Access-Control-Request-Method") != null) {
            dialect.cors().preflight(request, response.headers(), methods);
        }
        response.setStatusCode(dialect.optionsStatus());
        end(response.end());
    }

    void fail(Throwable failure) {
        if (failure instanceof Problem problem) {
            reason = problem.type().equals(ProblemType.UNAVAILABLE) ? problem.reason() : null;
            answer(dialect.render(problem, request, requestId));
        } else if (!response.closed()) {
            LOG.atError()
                    .setMessage("request failed")
                    .addKeyValue("method", method)
                    .addKeyValue("route", route)
                    .addKeyValue("requestId", requestId)
                    .setCause(failure)
                    .log();
            fail(Problem.of(ProblemType.INTERNAL, "It is logged under this request's id."));
        }
    }
}
