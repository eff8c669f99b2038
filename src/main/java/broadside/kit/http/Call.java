package broadside.kit.http;

import broadside.kit.json.Id;
import broadside.kit.json.StrictJson;
import broadside.kit.problem.Problem;
import broadside.kit.problem.ProblemType;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way to a handler: checked, counted, its body read and its sender known.
 *
 * @param requestId the id this request has in the log and in answers
 * @param client    the address of whoever sent it, behind trusted proxies the one they tell
 * @param body      empty where none was sent
 */
public record Call(
        Route route,
        HttpServerRequest request,
        String requestId,
        String client,
        Map<String, String> path,
        Buffer body,
        @Nullable Principal sender) {
    /** A part of the path, decoded; what is no text cannot exist. */
    public String path(String name) {
        var value = path.get(name);
        if (value == null) {
            throw new IllegalArgumentException(route.path() + " has no " + name);
        }
        if (!Address.isText(value)) {
            throw Problem.notFound();
        }
        return value;
    }

    /** A part of the path that is an id: a positive 64-bit number; anything else cannot exist. */
    public long id(String name) {
        var id = Id.parse(path(name));
        if (id == null) {
            throw Problem.notFound();
        }
        return id;
    }

    public Query query() {
        return new Query(Address.parameters(request), route);
    }

    /** A query parameter as it stands there first; null when absent. For APIs that overlook what they do not know. */
    public @Nullable String parameter(String name) {
        return Address.parameters(request).get(name);
    }

    public @Nullable String header(String name) {
        return request.getHeader(name);
    }

    public JsonObject json() {
        return StrictJson.object(body);
    }

    /** The fields of a form, as an object of strings. */
    public JsonObject form() {
        return Form.object(body);
    }

    public Optional<Principal> principal() {
        return Optional.ofNullable(sender);
    }

    /** The precondition of an edit that may do without one. */
    public Precondition precondition() {
        return Precondition.optional(header("If-Match"));
    }

    /** The precondition of an edit that must have one: 428 when it is missing. */
    public Precondition requiredPrecondition() {
        return Precondition.required(header("If-Match"));
    }

    /** The Idempotency-Key, if the client sent one; 1 to 255 visible ASCII characters. */
    public Optional<String> idempotencyKey() {
        var key = header("Idempotency-Key");
        if (key != null && !key.matches("[\\x21-\\x7e]{1,255}")) {
            throw Problem.of(ProblemType.BAD_REQUEST, "An Idempotency-Key has 1 to 255 visible ASCII characters.");
        }
        return Optional.ofNullable(key);
    }
}
