package broadside.kit.http;

import io.vertx.core.MultiMap;

/**
 * Cross-origin answers (WHATWG Fetch, 3.2). The API carries no cookies, so a page of any origin may call it, without credentials.
 */
final class Cors {
    private static final String REQUEST_HEADERS =
            "Authorization, Content-Type, Accept, Idempotency-Key, If-Match, If-None-Match, X-Request-Id";
    private static final String ANSWER_HEADERS =
            "ETag, Link, Location, Retry-After, RateLimit, RateLimit-Policy, X-Request-Id, Idempotency-Replayed";

    private Cors() {}

    static void answer(MultiMap headers) {
        headers.set("Access-Control-Allow-Origin", "*").set("Access-Control-Expose-Headers", ANSWER_HEADERS);
    }

    static void preflight(MultiMap headers, String methods) {
        headers.set("Access-Control-Allow-Methods", methods)
                .set("Access-Control-Allow-Headers", REQUEST_HEADERS)
                .set("Access-Control-Max-Age", "86400");
    }
}
