package broadside.kit.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/**
 * For an API that carries no cookies: a page of any origin may call it, without credentials.
 *
 * @param requestHeaders what such a page may send
 * @param answerHeaders  what it may read
 */
public record AnyOrigin(CharSequence requestHeaders, CharSequence answerHeaders) implements Cors {
    static final AnyOrigin USUAL = new AnyOrigin(
            "Authorization, Content-Type, Accept, Idempotency-Key, If-Match, If-None-Match, X-Request-Id",
            HttpHeaders.createOptimized(
                    "ETag, Link, Location, Retry-After, RateLimit, RateLimit-Policy, X-Request-Id, Idempotency-Replayed"));
    private static final CharSequence ANY = HttpHeaders.createOptimized("*");

    @Override
    public void answer(HttpServerRequest request, MultiMap headers) {
        headers.add(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, ANY)
                .add(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, answerHeaders);
    }

    @Override
    public void preflight(HttpServerRequest request, MultiMap headers, String methods) {
        headers.set("Access-Control-Allow-Methods", methods)
                .set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, requestHeaders)
                .set("Access-Control-Max-Age", "86400");
    }
}
