package broadside.kit.json;

import broadside.kit.problem.Problem;
import broadside.kit.problem.ProblemType;
import broadside.kit.problem.Violation;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one reader of JSON that came from outside (RFC 8259, and I-JSON of RFC 7493 where it is stricter): UTF-8 only, one object,
 * nothing behind it, no name twice, depth ≤ 32, numbers of ≤ 100 digits, no NUL and no lone surrogate in any string.
 */
public final class StrictJson {
    private static final int DEPTH = 32;
    private static final int DIGITS = 100;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH)
                    .maxNumberLength(DIGITS)
                    .maxNameLength(256)
                    .build())
            .build();

    private StrictJson() {}

    /** @throws Problem {@code malformed-json}, or {@code validation} for text that cannot be stored */
    public static JsonObject object(Buffer bytes) {
        try (var parser = FACTORY.createParser(text(bytes))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw malformed("It must be an object.");
            }
            var object = new JsonObject(map(parser));
            if (parser.nextToken() != null) {
                throw malformed("Something follows the object.");
            }
            return object;
        } catch (JsonProcessingException wrong) {
            throw malformed(explain(wrong));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String text(Buffer bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes.getBytes()))
                    .toString();
        } catch (CharacterCodingException wrong) {
            throw malformed("It is not UTF-8.");
        }
    }

    private static Map<String, @Nullable Object> map(JsonParser parser) throws IOException {
        var map = new LinkedHashMap<String, @Nullable Object>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = wellFormed(parser, parser.currentName());
            parser.nextToken();
            map.put(name, value(parser));
        }
        return map;
    }

    private static List<@Nullable Object> list(JsonParser parser) throws IOException {
        var list = new ArrayList<@Nullable Object>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(value(parser));
        }
        return list;
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> new JsonObject(map(parser));
            case START_ARRAY -> new JsonArray(list(parser));
            case VALUE_STRING -> wellFormed(parser, parser.getText());
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
                throw malformed("It ends early.");
        };
    }

    private static String wellFormed(JsonParser parser, String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean pair = Character.isHighSurrogate(letter)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (letter == 0 || (Character.isSurrogate(letter) && !pair)) {
                var pointer = parser.getParsingContext().pathAsPointer().toString();
                throw Problem.invalid(new Violation(pointer, "well-formed", "It holds NUL or half a surrogate pair."));
            }
            i += pair ? 1 : 0;
        }
        return text;
    }

    private static String explain(JsonProcessingException wrong) {
        var where = wrong.getLocation();
        var message = wrong.getOriginalMessage();
        var reason =
                message != null && message.startsWith("Duplicate field") ? "A name stands twice" : "It cannot be read";
        return where == null
                ? reason + "."
                : reason + ", line " + where.getLineNr() + ", column " + where.getColumnNr() + ".";
    }

    private static Problem malformed(String detail) {
        return Problem.of(ProblemType.MALFORMED_JSON, detail);
    }
}
