package broadside.contract;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/**
 * A request and its answer as they went over the wire.
 *
 * @param target the path, percent-encoded, with the query if there was one
 * @param requestBody empty when there was none
 * @param body empty when there was none
 */
public record Exchange(
        String method,
        String target,
        MultiMap requestHeaders,
        Buffer requestBody,
        int status,
        MultiMap headers,
        Buffer body) {
    String path() {
        return target.replaceFirst("[?#].*", "");
    }

    String query() {
        return target.contains("?") ? target.substring(target.indexOf('?') + 1) : "";
    }

    boolean head() {
        return method.equals("HEAD");
    }

    boolean succeeded() {
        return status / 100 == 2;
    }

    @Override
    public String toString() {
        return method + " " + target + " → " + status;
    }
}
