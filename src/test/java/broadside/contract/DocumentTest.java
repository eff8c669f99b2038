package broadside.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The document itself: whole, bounded everywhere, and true to its own examples. */
class DocumentTest {
    private static final Contract CONTRACT = Contract.load();
    private static final Document DOCUMENT = CONTRACT.document();
    private static final Places PLACES = Places.of(DOCUMENT.json());

    @Test
    void everyOperationSaysWhatItIs() {
        Set<String> ids = new HashSet<>();
        Set<String> tags = names(DOCUMENT.json().getJsonArray("tags").stream());
        assertNone(CONTRACT.operations().stream().filter(operation -> {
            JsonObject definition = operation.definition();
            boolean named = ids.add(definition.getString("operationId", ""));
            boolean tagged = tags.containsAll(definition.getJsonArray("tags").getList());
            boolean told = !definition.getString("summary", "").isBlank();
            return !(named && tagged && told && definition.containsKey("security"));
        }));
    }

    @Test
    void everyOperationListsItsPathParameters() {
        assertNone(CONTRACT.operations().stream().filter(operation -> {
            Stream<JsonObject> parameters =
                    DOCUMENT.resolved(operation.definition().getJsonArray("parameters"));
            Set<String> told = names(
                    parameters.filter(parameter -> parameter.getString("in").equals("path")));
            return !told.equals(variables(operation.path()));
        }));
    }

    @Test
    void everyOperationListsFailuresOfBothSides() {
        assertNone(CONTRACT.operations().stream()
                .filter(operation -> !statuses(operation).containsAll(owed(operation))));
    }

    private static Set<String> statuses(Operation operation) {
        return operation.definition().getJsonObject("responses").fieldNames();
    }

    /** Only under {@code /v1} does it matter what a client accepts. */
    private static Set<String> owed(Operation operation) {
        JsonObject definition = operation.definition();
        Set<String> owed = new HashSet<>(Set.of("400", "408", "413", "429", "500", "503"));
        if (!definition.getJsonArray("security").isEmpty()) {
            owed.addAll(Set.of("401", "403"));
        }
        if (operation.path().startsWith("/v1/")) {
            owed.add("406");
        }
        if (definition.containsKey("requestBody")) {
            owed.add("415");
        }
        return owed;
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        PLACES.references().forEach(DOCUMENT::target);
    }

    @Test
    void everyComponentIsUsed() {
        Set<String> components = new TreeSet<>();
        DOCUMENT.json().getJsonObject("components").forEach(kind -> ((JsonObject) kind.getValue())
                .fieldNames()
                .forEach(name -> components.add("#/components/" + kind.getKey() + "/" + name)));
        components.removeAll(PLACES.references());
        assertEquals(
                Set.of("#/components/responses/MethodNotAllowed", "#/components/securitySchemes/bearer"), components);
    }

    @Test
    void everySchemaIsBounded() {
        assertTrue(PLACES.schemas().size() > 200, "most schemas were overlooked");
        assertNone(PLACES.schemas().entrySet().stream()
                .filter(schema -> !Bounds.given(schema.getValue()))
                .map(Map.Entry::getKey));
    }

    @Test
    void everyBodyHasAnExample() {
        assertNone(PLACES.bodies().entrySet().stream()
                .filter(body -> examples(body.getValue()).findAny().isEmpty())
                .map(Map.Entry::getKey));
    }

    @Test
    void everyExampleIsTrue() {
        assertNone(Stream.of(PLACES.bodies(), PLACES.parameters())
                .flatMap(places -> places.entrySet().stream())
                .flatMap(place -> examples(place.getValue())
                        .flatMap(example -> differences(place.getValue().getJsonObject("schema"), example))
                        .map(difference -> place.getKey() + " " + difference)));
        assertNone(PLACES.schemas().entrySet().stream()
                .flatMap(schema -> schema.getValue().getJsonArray("examples", new JsonArray()).stream()
                        .flatMap(example -> differences(schema.getValue(), example))
                        .map(difference -> schema.getKey() + " " + difference)));
    }

    private static Stream<String> differences(JsonObject schema, Object example) {
        return DOCUMENT.differences(schema, example).stream();
    }

    private static Stream<Object> examples(JsonObject place) {
        Stream<Object> shared = place.getJsonObject("examples", new JsonObject()).stream()
                .map(entry -> DOCUMENT.resolve((JsonObject) entry.getValue()).getValue("value"));
        return Stream.concat(Stream.ofNullable(place.getValue("example")), shared);
    }

    private static Set<String> names(Stream<?> objects) {
        return objects.map(object -> ((JsonObject) object).getString("name")).collect(Collectors.toSet());
    }

    private static Set<String> variables(String path) {
        return Pattern.compile("(?<=\\{)\\w+")
                .matcher(path)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toSet());
    }

    private static void assertNone(Stream<?> faults) {
        assertEquals(List.of(), faults.toList());
    }
}
