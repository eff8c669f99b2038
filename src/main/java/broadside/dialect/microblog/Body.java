package broadside.dialect.microblog;

import broadside.kit.http.Call;
import broadside.kit.json.StrictJson;
import broadside.kit.problem.Problem;
import broadside.kit.problem.ProblemType;
import broadside.kit.problem.Violation;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The members of a body under inspection, and all that is wrong with them; {@link #done} ends it. */
final class Body {
    /** Stands for the body itself where a member is named. */
    static final String WHOLE = "_schema";

    private final JsonObject json;
    private final Set<String> known = new LinkedHashSet<>();
    private final List<Violation> violations = new ArrayList<>();

    private Body(JsonObject json) {
        this.json = json;
    }

    /**
     * What was sent; nothing where it is empty or not labelled as JSON.
     *
     * @throws Problem where it is no JSON, or no object
     */
    static Body of(Call call) {
        var type = call.header("Content-Type");
        var labelled = type != null
                && type.toLowerCase(Locale.ROOT).split(";", 2)[0].strip().matches("application/([\\w.+-]+\\+)?json");
        return new Body(call.body().length() == 0 || !labelled ? new JsonObject() : object(call));
    }

    private static JsonObject object(Call call) {
        try {
            return StrictJson.object(call.body());
        } catch (Problem problem) {
            throw problem.type().equals(ProblemType.MALFORMED_JSON) && isOtherJson(call) ? notAnObject() : problem;
        }
    }

    private static boolean isOtherJson(Call call) {
        try {
            return !(Json.decodeValue(call.body()) instanceof JsonObject);
        } catch (DecodeException | ClassCastException none) {
            return false;
        }
    }

    private static Problem notAnObject() {
        return Problem.invalid(new Violation("/" + WHOLE, "type", Texts.NO_OBJECT));
    }

    /** A string, which may be missing but not null. */
    BodyText text(String name) {
        known.add(name);
        if (json.containsKey(name) && json.getValue(name) == null) {
            reject(name, Texts.NULL);
        }
        return string(name);
    }

    /** A string or null, or missing. */
    BodyText nullable(String name) {
        known.add(name);
        return string(name);
    }

    private BodyText string(String name) {
        var value = json.getValue(name);
        if (value != null && !(value instanceof String)) {
            reject(name, Texts.NO_STRING);
        }
        return new BodyText(this, name, value instanceof String text ? text : null);
    }

    boolean has(String name) {
        return json.containsKey(name);
    }

    boolean isSound(String name) {
        return violations.stream().noneMatch(violation -> violation.pointer().equals("/" + name));
    }

    void reject(String name, String text) {
        violations.add(new Violation("/" + name.replace("~", "~0").replace("/", "~1"), "wrong", text));
    }

    /** @throws Problem with everything that is wrong */
    void done() {
        json.fieldNames().stream().filter(name -> !known.contains(name)).forEach(name -> reject(name, Texts.UNKNOWN));
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
    }

    /** The string of a member that is there and right. */
    @Nullable
    String sound(String name) {
        return isSound(name) && json.getValue(name) instanceof String text ? text : null;
    }
}
