package broadside.bench;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request.
 *
 * @param body what is written, as JSON; null: it is a GET
 * @param once whether with an Idempotency-Key of its own
 */
record Ask(String path, @Nullable Buffer body, boolean once) {
    static Ask get(String path) {
        return new Ask(path, null, false);
    }

    HttpMethod method() {
        return body == null ? HttpMethod.GET : HttpMethod.POST;
    }

    HttpClientRequest on(HttpClientRequest request) {
        if (once) {
            request.putHeader("Idempotency-Key", UUID.randomUUID().toString());
        }
        return body == null ? request : request.putHeader("Content-Type", "application/json");
    }
}
