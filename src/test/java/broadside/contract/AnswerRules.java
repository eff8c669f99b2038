package broadside.contract;

import io.vertx.core.MultiMap;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a response object (OpenAPI 3.1, 4.8.17) says an answer must look like. */
record AnswerRules(Document document, JsonObject response) {
    Stream<String> differences(Exchange exchange) {
        return Stream.concat(headers(exchange.headers()), content(exchange));
    }

    private Stream<String> headers(MultiMap headers) {
        return response.getJsonObject("headers", new JsonObject()).stream()
                .flatMap(entry -> header(entry, headers.get(entry.getKey())));
    }

    private Stream<String> header(Map.Entry<String, Object> entry, @Nullable String value) {
        JsonObject header = document.resolve((JsonObject) entry.getValue());
        if (value == null) {
            return header.getBoolean("required", false) ? Stream.of("no header " + entry.getKey()) : Stream.empty();
        }
        return TextValue.differences(document, header.getJsonObject("schema"), value)
                .map(difference -> "header " + entry.getKey() + difference);
    }

    private Stream<String> content(Exchange exchange) {
        JsonObject content = response.getJsonObject("content");
        if (content == null || exchange.head()) {
            return exchange.body().length() == 0 ? Stream.empty() : Stream.of("a body where there should be none");
        }
        String type = MediaType.of(exchange.headers());
        if (!content.containsKey(type)) {
            return Stream.of("Content-Type is " + type + ", not " + content.fieldNames());
        }
        JsonObject schema = content.getJsonObject(type).getJsonObject("schema");
        return type.endsWith("json")
                ? body(schema, exchange)
                : document.differences(schema, exchange.body().toString()).stream();
    }

    private Stream<String> body(JsonObject schema, Exchange exchange) {
        try {
            return document.differences(schema, Json.decodeValue(exchange.body())).stream();
        } catch (DecodeException notJson) {
            return Stream.of("the body is not JSON");
        }
    }
}
