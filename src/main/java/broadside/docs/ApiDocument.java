package broadside.docs;

import broadside.kit.http.Answer;
import broadside.kit.http.Route;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The contract of an API (OpenAPI 3.1), put together from several files. */
public final class ApiDocument {
    /** Those of the native API, one for each room, in the order in which the docs page shows their operations. */
    static final List<String> PARTS = List.of(
            "info",
            "accounts",
            "sessions",
            "follows",
            "posts",
            "threads",
            "mentions",
            "series",
            "tags",
            "reactions",
            "timeline",
            "moderation",
            "explore",
            "search",
            "feed",
            "crawlers",
            "well-known");

    private static final Pattern SHARED_BY_PARTS = Pattern.compile("/paths|/components(/[A-Za-z]+)?");

    private final String api;
    private final List<String> parts;

    private ApiDocument(String api, List<String> parts) {
        this.api = api;
        this.parts = parts;
    }

    /** That of the native API. */
    public static ApiDocument ofNative() {
        return of("native", PARTS);
    }

    /**
     * That of a dialect.
     *
     * @param api   folder of its parts below {@code openapi}
     * @param parts their names, without an extension
     */
    public static ApiDocument of(String api, List<String> parts) {
        return new ApiDocument(api, parts);
    }

    /** Serves it. */
    public Route route(String path) {
        return Asset.of(path, Answer.JSON, this::bytes).route();
    }

    /** As it goes over the wire: JSON in UTF-8. Put together anew, like {@link #json}. */
    public Buffer bytes() {
        return json().toBuffer();
    }

    /** Reads the class path, so not for an event loop; throws IllegalStateException when two parts say the same thing. */
    public JsonObject json() {
        return merge(parts.stream().map(part -> read(api, part)).toList());
    }

    static JsonObject merge(List<JsonObject> parts) {
        JsonObject whole = new JsonObject();
        parts.forEach(part -> add(whole, part, ""));
        return whole;
    }

    private static void add(JsonObject whole, JsonObject part, String place) {
        for (Map.Entry<String, Object> entry : part) {
            String name = entry.getKey();
            String here = place + "/" + name;
            if (SHARED_BY_PARTS.matcher(here).matches()) {
                add(shared(whole, name), part.getJsonObject(name), here);
            } else if (whole.containsKey(name)) {
                throw new IllegalStateException("The API document says " + here + " twice.");
            } else {
                whole.put(name, entry.getValue());
            }
        }
    }

    private static JsonObject shared(JsonObject whole, String name) {
        if (!whole.containsKey(name)) {
            whole.put(name, new JsonObject());
        }
        return whole.getJsonObject(name);
    }

    private static JsonObject read(String api, String part) {
        return new JsonObject(Resource.bytes("/openapi/" + api + "/" + part + ".json"));
    }
}
