package broadside.kit.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;

/**
 * For an API that carries no cookies: a page of any origin may call it, without credentials.
 *
 * @param requestHeaders what such a page may send
 * @param answerHeaders  what it may read
 */
public record AnyOrigin(String requestHeaders, String answerHeaders) implements Cors {
    static final AnyOrigin USUAL = new AnyOrigin(
            "Authorization, Content-Type, Accept, Idempotency-Key, If-Match, If-None-Match, X-Request-Id",
            "ETag, Link, Location, Retry-After, RateLimit, RateLimit-Policy, X-Request-Id, Idempotency-Replayed");

    @Override
    public void answer(HttpServerRequest request, MultiMap headers) {
        headers.set("Access-Control-Allow-Origin", "*").set("Access-Control-Expose-Headers", answerHeaders);
    }

    @Override
    public void preflight(HttpServerRequest request, MultiMap headers, String methods) {
        headers.set("Access-Control-Allow-Methods", methods)
                .set("Access-Control-Allow-Headers", requestHeaders)
                .set("Access-Control-Max-Age", "86400");
    }
}
