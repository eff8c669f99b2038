package broadside.contract;

import broadside.docs.ApiDocument;
import io.vertx.core.json.JsonObject;
import io.vertx.core.json.pointer.JsonPointer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says what of an exchange the contract of an API does not allow. Safe to share between threads. */
public final class Contract {
    private static final JsonPointer PROBLEM_STATUS =
            JsonPointer.from("/content/application~1problem+json/schema/properties/status/const");

    private final String prefix;
    private final Document document;
    private final List<Operation> operations;

    private Contract(String prefix, JsonObject json) {
        this.prefix = prefix;
        this.document = new Document(json);
        this.operations = operations(json);
    }

    /** That of the native API. */
    public static Contract load() {
        return new Contract("/v1", ApiDocument.ofNative().json());
    }

    /** That of a dialect, which owns every path below its prefix. */
    public static Contract of(String prefix, ApiDocument document) {
        return new Contract(prefix, document.json());
    }

    /** What it speaks of begins with this. */
    public String prefix() {
        return prefix;
    }

    private static List<Operation> operations(JsonObject json) {
        return json.getJsonObject("paths").stream()
                .flatMap(entry -> Operation.of(entry.getKey(), (JsonObject) entry.getValue()))
                .sorted(Comparator.comparing(Operation::variables))
                .toList();
    }

    public List<Operation> operations() {
        return operations;
    }

    /** The names of what a body may hold; empty where none is taken. */
    public Set<String> members(Operation operation) {
        return properties(operation).map(Map.Entry::getKey).collect(Collectors.toUnmodifiableSet());
    }

    /** The names of what the objects in a body may hold. */
    public Set<String> membersInside(Operation operation) {
        return properties(operation)
                .map(property -> document.resolve((JsonObject) property.getValue()))
                .flatMap(schema -> schema.getJsonObject("properties", new JsonObject()).fieldNames().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Stream<Map.Entry<String, Object>> properties(Operation operation) {
        var body = document.resolve(operation.definition().getJsonObject("requestBody", new JsonObject()));
        return body.getJsonObject("content", new JsonObject()).stream()
                .map(type -> (JsonObject) type.getValue())
                .map(type -> document.resolve(type.getJsonObject("schema")))
                .flatMap(schema -> schema.getJsonObject("properties", new JsonObject()).stream());
    }

    /** The names of its query parameters. */
    public List<String> queryParameters(Operation operation) {
        return document.resolved(operation.definition().getJsonArray("parameters"))
                .filter(parameter -> parameter.getString("in").equals("query"))
                .map(parameter -> parameter.getString("name"))
                .toList();
    }

    @Override
    public String toString() {
        return prefix;
    }

    Document document() {
        return document;
    }

    /** Whether it speaks of this path: everything below its prefix, and whatever else is an operation. */
    public boolean covers(String path) {
        return path.startsWith(prefix + "/")
                || operations.stream().anyMatch(operation -> operation.matches("GET", path));
    }

    /** Fails with every difference between the exchange and the contract. */
    public void check(Exchange exchange) {
        List<String> differences = differences(exchange);
        if (!differences.isEmpty()) {
            throw new AssertionError(
                    exchange + "\n  " + String.join("\n  ", differences) + "\n  in " + exchange.body());
        }
    }

    /** A line for each difference; OPTIONS, which belongs to CORS, is never one. */
    public List<String> differences(Exchange exchange) {
        if (exchange.method().equals("OPTIONS")) {
            return List.of();
        }
        return operations.stream()
                .filter(operation -> operation.matches(exchange.method(), exchange.path()))
                .findFirst()
                .map(operation -> differences(operation, exchange))
                .orElseGet(() -> differencesOfUnlisted(exchange));
    }

    private List<String> differences(Operation operation, Exchange exchange) {
        JsonObject responses = operation.definition().getJsonObject("responses");
        JsonObject response = responses.getJsonObject(String.valueOf(exchange.status()));
        if (response == null) {
            return List.of(operation + " does not document " + exchange.status() + ", only " + responses.fieldNames());
        }
        Stream<String> asked =
                exchange.succeeded() ? new RequestRules(document, operation).differences(exchange) : Stream.empty();
        Stream<String> answered = new AnswerRules(document, document.resolve(response)).differences(exchange);
        return Stream.concat(asked, answered).toList();
    }

    /** What is not an operation may answer nothing but a problem, in the shape that a shared response has for its status. */
    private List<String> differencesOfUnlisted(Exchange exchange) {
        return problem(exchange.status())
                .map(response -> new AnswerRules(document, response)
                        .differences(exchange)
                        .toList())
                .orElseGet(() -> List.of("no operation of the contract, yet the answer is not a problem"));
    }

    private Optional<JsonObject> problem(int status) {
        return document.json().getJsonObject("components").getJsonObject("responses").stream()
                .map(Map.Entry::getValue)
                .map(JsonObject.class::cast)
                .filter(response -> Objects.equals(status(response), status))
                .findFirst();
    }

    private static @Nullable Object status(JsonObject response) {
        return response.getValue("x-status", PROBLEM_STATUS.queryJson(response));
    }
}
