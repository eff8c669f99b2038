package broadside.kit.http;

import broadside.kit.problem.Problem;
import broadside.kit.problem.ProblemType;
import broadside.kit.text.WellFormed;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Reads {@code application/x-www-form-urlencoded} (WHATWG URL, 5.1): every field once, and text that can be stored. */
final class Form {
    private static final int FIELDS = 32;

    private Form() {}

    static JsonObject object(Buffer body) {
        try {
            var text = body.toString(StandardCharsets.UTF_8);
            var fields = new QueryStringDecoder(text, StandardCharsets.UTF_8, false, FIELDS).parameters();
            var object = new JsonObject();
            fields.entrySet().forEach(field -> object.put(field.getKey(), value(field)));
            return object;
        } catch (IllegalArgumentException undecodable) {
            throw wrong("The form cannot be decoded.");
        }
    }

    private static String value(Map.Entry<String, List<String>> field) {
        var values = field.getValue();
        if (values.size() > 1 || !WellFormed.text(field.getKey()) || !WellFormed.text(values.get(0))) {
            throw wrong("A field of the form stands twice or cannot be stored.");
        }
        return values.get(0);
    }

    private static Problem wrong(String detail) {
        return Problem.of(ProblemType.BAD_REQUEST, detail);
    }
}
