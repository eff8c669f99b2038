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
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.FieldSource;

/** Each document itself: whole, bounded everywhere, and true to its own examples. */
@ParameterizedClass
@FieldSource("broadside.contract.Contracts#ALL")
class DocumentTest {
    private final Contract contract;
    private final Document document;
    private final Places places;

    DocumentTest(Contract contract) {
        this.contract = contract;
        this.document = contract.document();
        this.places = Places.of(document.json());
    }

    @Test
    void everyOperationSaysWhatItIs() {
        Set<String> ids = new HashSet<>();
        Set<String> tags = names(document.json().getJsonArray("tags").stream());
        assertNone(contract.operations().stream().filter(operation -> {
            JsonObject definition = operation.definition();
            boolean named = ids.add(definition.getString("operationId", ""));
            boolean tagged = tags.containsAll(definition.getJsonArray("tags").getList());
            boolean told = !definition.getString("summary", "").isBlank();
            return !(named && tagged && told && definition.containsKey("security"));
        }));
    }

    @Test
    void everyOperationListsItsPathParameters() {
        assertNone(contract.operations().stream().filter(operation -> {
            Stream<JsonObject> parameters =
                    document.resolved(operation.definition().getJsonArray("parameters"));
            Set<String> told = names(
                    parameters.filter(parameter -> parameter.getString("in").equals("path")));
            return !told.equals(variables(operation.path()));
        }));
    }

    @Test
    void everyOperationListsFailuresOfBothSides() {
        assertNone(contract.operations().stream()
                .filter(operation -> !statuses(operation).containsAll(owed(operation))));
    }

    private static Set<String> statuses(Operation operation) {
        return operation.definition().getJsonObject("responses").fieldNames();
    }

    /** Only under {@code /v1} does it matter what a client accepts; to the microblog API a body of another type is none. */
    private static Set<String> owed(Operation operation) {
        JsonObject definition = operation.definition();
        Set<String> owed = new HashSet<>(Set.of("400", "408", "413", "429", "500", "503"));
        if (!definition.getJsonArray("security").isEmpty()) {
            owed.addAll(Set.of("401", "403"));
        }
        if (operation.path().startsWith("/v1/")) {
            owed.add("406");
        }
        if (definition.containsKey("requestBody") && !operation.path().startsWith(Contracts.MICROBLOG.prefix())) {
            owed.add("415");
        }
        return owed;
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        places.references().forEach(document::target);
    }

    @Test
    void everyComponentIsUsed() {
        Set<String> components = new TreeSet<>();
        document.json().getJsonObject("components").forEach(kind -> ((JsonObject) kind.getValue())
                .fieldNames()
                .forEach(name -> components.add("#/components/" + kind.getKey() + "/" + name)));
        components.removeAll(places.references());
        assertEquals(
                Set.of("#/components/responses/MethodNotAllowed", "#/components/securitySchemes/bearer"), components);
    }

    @Test
    void everySchemaIsBounded() {
        var least = contract == Contracts.NATIVE ? 200 : 20;
        assertTrue(places.schemas().size() > least, "most schemas were overlooked");
        assertNone(places.schemas().entrySet().stream()
                .filter(schema -> !Bounds.given(schema.getValue()))
                .map(Map.Entry::getKey));
    }

    @Test
    void everyBodyHasAnExample() {
        assertNone(places.bodies().entrySet().stream()
                .filter(body -> examples(body.getValue()).findAny().isEmpty())
                .map(Map.Entry::getKey));
    }

    @Test
    void everyExampleIsTrue() {
        assertNone(Stream.of(places.bodies(), places.parameters())
                .flatMap(places -> places.entrySet().stream())
                .flatMap(place -> examples(place.getValue())
                        .flatMap(example -> differences(place.getValue().getJsonObject("schema"), example))
                        .map(difference -> place.getKey() + " " + difference)));
        assertNone(places.schemas().entrySet().stream()
                .flatMap(schema -> schema.getValue().getJsonArray("examples", new JsonArray()).stream()
                        .flatMap(example -> differences(schema.getValue(), example))
                        .map(difference -> schema.getKey() + " " + difference)));
    }

    private Stream<String> differences(JsonObject schema, Object example) {
        return document.differences(schema, example).stream();
    }

    private Stream<Object> examples(JsonObject place) {
        Stream<Object> shared = place.getJsonObject("examples", new JsonObject()).stream()
                .map(entry -> document.resolve((JsonObject) entry.getValue()).getValue("value"));
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
