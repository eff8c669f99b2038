package broadside.kit.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;

/** Cross-origin answers (WHATWG Fetch, 3.2): what pages of other origins may ask and read. */
public interface Cors {
    /** Puts on what every answer carries. */
    void answer(HttpServerRequest request, MultiMap headers);

    /** Puts on what the answer to a preflight carries besides; {@code methods} are those of the path. */
    void preflight(HttpServerRequest request, MultiMap headers, String methods);
}
