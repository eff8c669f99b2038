package broadside.contract;

import io.vertx.core.json.JsonObject;
import java.util.stream.Stream;

/** A value that travels as text: a header or a parameter. */
final class TextValue {
    private TextValue() {}

    static Stream<String> differences(Document document, JsonObject schema, String text) {
        return document.differences(schema, value(document.resolve(schema), text)).stream()
                .map(line -> " (" + text + ") " + line);
    }

    private static Object value(JsonObject schema, String text) {
        if ("integer".equals(schema.getValue("type")) && text.matches("-?\\d{1,18}")) {
            return Long.valueOf(text);
        }
        return "boolean".equals(schema.getValue("type")) && text.matches("true|false") ? Boolean.valueOf(text) : text;
    }
}
