package broadside.kit.http;

import broadside.kit.json.JsonWriter;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What goes back to the client.
 *
 * @param status  HTTP status code
 * @param headers in the order they are sent
 * @param body    null: none
 */
public record Answer(
        int status, Map<String, String> headers, @Nullable Buffer body) {
    public static final String JSON = "application/json; charset=utf-8";

    public static Answer json(int status, Consumer<JsonWriter> members) {
        return of(status, JSON, JsonWriter.object(members));
    }

    public static Answer of(int status, String mediaType, Buffer body) {
        return new Answer(status, Map.of("Content-Type", mediaType), body);
    }

    public static Answer noContent() {
        return new Answer(204, Map.of(), null);
    }

    /** Taken on, to be done later. */
    public static Answer accepted() {
        return new Answer(202, Map.of(), null);
    }

    public static Answer moved(int status, String location) {
        return new Answer(status, Map.of("Location", location), null);
    }

    public Answer with(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, body);
    }

    /** With an ETag of the row's version and the representation's hash. */
    public Answer tagged(long version) {
        return body == null ? this : with("ETag", EntityTag.of(version, body));
    }

    /** With the time of the last change that shows, to the second; an ETag tells more. */
    public Answer changed(Instant time) {
        return with("Last-Modified", HttpDate.format(time));
    }

    /** With an ETag of the representation alone, for lists. */
    public Answer tagged() {
        return tagged(0);
    }
}
