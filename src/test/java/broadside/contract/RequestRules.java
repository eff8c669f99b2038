package broadside.contract;

import broadside.kit.http.Route.Access;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must have been true of a request that succeeded: nothing may be taken that the contract does not offer. */
record RequestRules(Document document, Operation operation) {
    Stream<String> differences(Exchange exchange) {
        return Stream.of(token(exchange), query(exchange), body(exchange)).flatMap(Function.identity());
    }

    private Stream<String> token(Exchange exchange) {
        boolean needed = operation.access() == Access.REQUIRED;
        boolean given = exchange.requestHeaders().contains(HttpHeaders.AUTHORIZATION);
        return needed && !given ? Stream.of("it succeeded without a token") : Stream.empty();
    }

    private Stream<String> query(Exchange exchange) {
        Map<String, JsonObject> known = parameters();
        return new QueryStringDecoder(exchange.query(), false)
                .parameters().entrySet().stream().flatMap(entry -> parameter(known, entry.getKey(), entry.getValue()));
    }

    private Map<String, JsonObject> parameters() {
        return document.resolved(operation.definition().getJsonArray("parameters"))
                .filter(parameter -> parameter.getString("in").equals("query"))
                .collect(Collectors.toMap(parameter -> parameter.getString("name"), Function.identity()));
    }

    private Stream<String> parameter(Map<String, JsonObject> known, String name, List<String> values) {
        JsonObject parameter = known.get(name);
        if (parameter == null) {
            return Stream.of("it took the undocumented parameter " + name);
        }
        var schema = parameter.getJsonObject("schema");
        // An array of form style that explodes: one value for each time its name stands there (OpenAPI 3.1, 4.8.12).
        var each = schema.getJsonObject("items", schema);
        return values.stream()
                .flatMap(value -> TextValue.differences(document, each, value))
                .map(difference -> "parameter " + name + difference);
    }

    private Stream<String> body(Exchange exchange) {
        JsonObject body = operation.definition().getJsonObject("requestBody");
        if (exchange.requestBody().length() == 0) {
            boolean required = body != null && body.getBoolean("required", false);
            return required ? Stream.of("it succeeded without a body") : Stream.empty();
        }
        if (body == null) {
            return Stream.of("it took a body that is not documented");
        }
        return content(body.getJsonObject("content"), exchange);
    }

    private Stream<String> content(JsonObject content, Exchange exchange) {
        String type = MediaType.of(exchange.requestHeaders());
        if (!content.containsKey(type)) {
            return Stream.of("it took a body of type " + type + ", not " + content.fieldNames());
        }
        JsonObject schema = content.getJsonObject(type).getJsonObject("schema");
        return document.differences(schema, Json.decodeValue(exchange.requestBody())).stream()
                .map(difference -> "it took a wrong body: " + difference);
    }
}
