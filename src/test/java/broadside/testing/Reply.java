package broadside.testing;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpHeaders;
import java.util.Optional;

/** What came back. */
public record Reply(int status, HttpHeaders headers, Buffer body) {
    public JsonObject json() {
        return body.toJsonObject();
    }

    public String text() {
        return body.toString();
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** The last part of a problem's type. */
    public String problem() {
        return json().getString("type").replaceFirst(".*/", "");
    }

    /** The code of the violation at this pointer; empty when there is none. */
    public String violation(String pointer) {
        return json().getJsonArray("errors").stream()
                .map(JsonObject.class::cast)
                .filter(error -> error.getString("pointer").equals(pointer))
                .map(error -> error.getString("code"))
                .findFirst()
                .orElse("");
    }

    /** Itself, when the status is the one expected; otherwise an error that shows the answer. */
    public Reply expect(int expected) {
        if (status != expected) {
            throw new AssertionError("expected " + expected + " but got " + status + ": " + body);
        }
        return this;
    }

    public String etag() {
        return header("ETag").orElseThrow();
    }
}
