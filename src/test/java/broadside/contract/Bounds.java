package broadside.contract;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether a schema says how much there may be. */
final class Bounds {
    private static final Map<String, Set<String>> OF_TYPES = Map.of(
            "string", Set.of("minLength", "maxLength"),
            "integer", Set.of("minimum", "maximum"),
            "number", Set.of("minimum", "maximum"),
            "array", Set.of("minItems", "maxItems", "items"),
            "object", Set.of("properties", "additionalProperties"),
            "boolean", Set.of(),
            "null", Set.of());

    private Bounds() {}

    static boolean given(JsonObject schema) {
        boolean listed = schema.containsKey("enum") || schema.containsKey("const");
        boolean elsewhere = schema.containsKey("$ref");
        return listed
                || elsewhere
                || oneOfSeveral(schema)
                || (closed(schema) && types(schema).stream().allMatch(type -> bounded(schema, type)));
    }

    private static boolean oneOfSeveral(JsonObject schema) {
        return schema.containsKey("anyOf")
                && schema.getJsonArray("anyOf").stream().allMatch(other -> given((JsonObject) other));
    }

    private static boolean closed(JsonObject schema) {
        return !schema.getBoolean("additionalProperties", false)
                && !types(schema).isEmpty();
    }

    private static boolean bounded(JsonObject schema, Object type) {
        return OF_TYPES.containsKey(type.toString()) && schema.fieldNames().containsAll(OF_TYPES.get(type.toString()));
    }

    private static Collection<?> types(JsonObject schema) {
        Object type = schema.getValue("type");
        return type instanceof JsonArray several ? several.getList() : type == null ? List.of() : List.of(type);
    }
}
