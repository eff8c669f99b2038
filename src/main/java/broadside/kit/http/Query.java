package broadside.kit.http;

import broadside.kit.json.Times;
import broadside.kit.problem.Problem;
import broadside.kit.problem.Violation;
import io.vertx.core.MultiMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads query parameters and collects everything wrong with them; {@link #done} throws when something was. */
public final class Query {
    static final int DEFAULT_LIMIT = 20;
    private static final int MOST = 100;

    private final MultiMap parameters;
    private final List<Violation> violations = new ArrayList<>();

    Query(MultiMap parameters, Route route) {
        this.parameters = parameters;
        for (var name : parameters.names()) {
            if (!route.parameters().contains(name)) {
                reject(name, "unknown", "There is no such parameter here.");
            } else if (parameters.getAll(name).size() > 1) {
                reject(name, "duplicate", "It may stand only once.");
            }
        }
    }

    public @Nullable String text(String name) {
        return parameters.get(name);
    }

    /** All values of a parameter that may stand more than once. */
    public List<String> several(String name) {
        violations.removeIf(
                found -> found.code().equals("duplicate") && found.pointer().equals("?" + name));
        return parameters.getAll(name);
    }

    /** A parameter that follows a rule; null when absent or wrong. */
    public @Nullable String text(String name, Predicate<String> rule, String detail) {
        var value = text(name);
        if (value != null && !rule.test(value)) {
            reject(name, "format", detail);
            return null;
        }
        return value;
    }

    /** A parameter that has to be there and to follow a rule; empty when it does not: {@link #done} throws before anybody uses it. */
    public String needed(String name, Predicate<String> rule, String detail) {
        var value = text(name, rule, detail);
        if (text(name) == null) {
            reject(name, "required", "It is needed.");
        }
        return value == null ? "" : value;
    }

    /** Page size, 1 to 100; 20 when absent. */
    public int limit() {
        var value = text("limit");
        if (value == null) {
            return DEFAULT_LIMIT;
        }
        if (value.matches("[0-9]{1,3}")) {
            int limit = Integer.parseInt(value);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        }
        reject("limit", "range", "It must be a whole number from 1 to 100.");
        return DEFAULT_LIMIT;
    }

    public @Nullable Instant time(String name) {
        var value = text(name);
        if (value == null) {
            return null;
        }
        var time = Times.parse(value);
        if (time.isEmpty()) {
            reject(name, "format", "It must be a time as RFC 3339 has it, such as 2030-01-31T08:00:00Z.");
        }
        return time.orElse(null);
    }

    /** {@code true} or {@code false}; false when absent or wrong. */
    public boolean flag(String name) {
        var value = text(name, text -> List.of("true", "false").contains(text), "It must be true or false.");
        return Boolean.parseBoolean(value);
    }

    public <E extends Enum<E>> @Nullable E choice(String name, Class<E> words) {
        var value = text(name);
        if (value == null) {
            return null;
        }
        for (E word : words.getEnumConstants()) {
            if (word.name().toLowerCase(Locale.ROOT).equals(value)) {
                return word;
            }
        }
        reject(name, "enum", "It is none of the words known here.");
        return null;
    }

    private void reject(String name, String code, String detail) {
        violations.add(new Violation("?" + name, code, detail));
    }

    /** Only looks for parameters the route does not know. */
    void refuseUnknown() {
        done();
    }

    /** @throws Problem with every violation, when there is one */
    public void done() {
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
    }
}
