package broadside.contract;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What stands where in an OpenAPI document, found by walking all of it; the keys are the places.
 *
 * @param references every {@code $ref}
 * @param schemas every schema, the ones inside others too
 * @param bodies every media type object
 * @param parameters every parameter and header object
 */
record Places(
        Set<String> references,
        Map<String, JsonObject> schemas,
        Map<String, JsonObject> bodies,
        Map<String, JsonObject> parameters) {
    static Places of(JsonObject document) {
        Places places = new Places(new TreeSet<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        places.walk("#", document);
        return places;
    }

    private void walk(String place, Object value) {
        if (value instanceof JsonObject object) {
            note(place, object);
            object.forEach(entry -> walk(place + "/" + entry.getKey(), entry.getValue()));
        } else if (value instanceof JsonArray array) {
            for (int index = 0; index < array.size(); index++) {
                walk(place + "/" + index, array.getValue(index));
            }
        }
    }

    private void note(String place, JsonObject object) {
        if (object.containsKey("$ref")) {
            references.add(object.getString("$ref"));
        }
        if (place.matches(".*/(schema|items|(components/schemas|properties)/\\w+)")) {
            schemas.put(place, object);
        }
        if (object.containsKey("schema")) {
            (place.contains("/content/") ? bodies : parameters).put(place, object);
        }
    }
}
