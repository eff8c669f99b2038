package broadside.contract;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.json.pointer.JsonPointer;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An OpenAPI document whose references are followed and whose schemas judge values. */
final class Document {
    private static final JsonSchemaOptions OPTIONS = new JsonSchemaOptions()
            .setBaseUri("app://contract")
            .setDraft(Draft.DRAFT202012)
            .setOutputFormat(OutputFormat.Basic);
    /** Keywords that only repeat what another one says of the same value. */
    private static final Pattern ECHO = Pattern.compile(".*/(\\$ref|properties|items|additionalProperties)");

    private final JsonObject json;
    private final Map<String, Validator> validators = new HashMap<>();

    Document(JsonObject json) {
        this.json = json;
    }

    JsonObject json() {
        return json;
    }

    /** The object itself, or what its {@code $ref} leads to. */
    JsonObject resolve(JsonObject object) {
        return object.containsKey("$ref") ? resolve((JsonObject) target(object.getString("$ref"))) : object;
    }

    Object target(String reference) {
        Object target = JsonPointer.fromURI(URI.create(reference)).queryJson(json);
        if (target == null) {
            throw new AssertionError("Nothing at " + reference);
        }
        return target;
    }

    Stream<JsonObject> resolved(@Nullable JsonArray objects) {
        return objects == null
                ? Stream.empty()
                : objects.stream().map(JsonObject.class::cast).map(this::resolve);
    }

    /** What is wrong with a value by a schema (JSON Schema 2020-12), one line each. */
    synchronized List<String> differences(JsonObject schema, @Nullable Object value) {
        OutputUnit result = validators
                .computeIfAbsent(schema.encode(), text -> validator(schema))
                .validate(value);
        List<OutputUnit> errors = result.getErrors() == null ? List.of() : result.getErrors();
        return errors.stream()
                .filter(error -> tellsMost(error, errors))
                .map(Document::line)
                .distinct()
                .toList();
    }

    /** A copy, since the validator notes in the schemas where they are. */
    private Validator validator(JsonObject schema) {
        JsonObject schemas = json.getJsonObject("components").getJsonObject("schemas");
        JsonObject components = new JsonObject().put("schemas", schemas.copy());
        return Validator.create(JsonSchema.of(schema.copy().put("components", components)), OPTIONS);
    }

    private static boolean tellsMost(OutputUnit error, List<OutputUnit> errors) {
        if (!echoes(error)) {
            return true;
        }
        return unexpected(error) && errors.stream().noneMatch(other -> !echoes(other) && within(other, error));
    }

    private static boolean echoes(OutputUnit error) {
        return ECHO.matcher(error.getKeywordLocation()).matches();
    }

    private static boolean unexpected(OutputUnit error) {
        return error.getKeywordLocation().endsWith("/additionalProperties");
    }

    private static boolean within(OutputUnit inner, OutputUnit outer) {
        return (inner.getInstanceLocation() + "/").startsWith(outer.getInstanceLocation() + "/");
    }

    private static String line(OutputUnit error) {
        return error.getInstanceLocation() + ": " + error.getError();
    }
}
