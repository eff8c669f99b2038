package broadside.contract;

import broadside.kit.http.Route.Access;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One operation of the document.
 *
 * @param method in capitals
 * @param path the template, such as {@code /v1/posts/{id}}
 * @param definition the operation object (OpenAPI 3.1, 4.8.10), with the parameters of its path
 */
public record Operation(String method, String path, JsonObject definition) {
    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

    static Stream<Operation> of(String path, JsonObject item) {
        return METHODS.stream()
                .filter(item::containsKey)
                .map(method -> new Operation(method.toUpperCase(Locale.ROOT), path, definition(item, method)));
    }

    private static JsonObject definition(JsonObject item, String method) {
        JsonObject definition = item.getJsonObject(method).copy();
        JsonArray parameters = item.getJsonArray("parameters", new JsonArray()).copy();
        return definition.put("parameters", parameters.addAll(definition.getJsonArray("parameters", new JsonArray())));
    }

    /** HEAD follows GET. */
    boolean matches(String wantedMethod, String concretePath) {
        return method.equals(wantedMethod.equals("HEAD") ? "GET" : wantedMethod) && concretePath.matches(pattern());
    }

    private String pattern() {
        return path.replaceAll("\\{\\w+}", "[^/]+");
    }

    /** Whether a token is needed, looked at or ignored. */
    Access access() {
        JsonArray security = definition.getJsonArray("security");
        if (security.isEmpty()) {
            return Access.IGNORED;
        }
        return security.contains(new JsonObject()) ? Access.OPTIONAL : Access.REQUIRED;
    }

    /** So that {@code /v1/sessions/current} comes before {@code /v1/sessions/{id}}. */
    long variables() {
        return path.chars().filter(character -> character == '{').count();
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
