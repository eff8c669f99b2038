package broadside.kit.json;

import broadside.kit.problem.Problem;
import broadside.kit.problem.Violation;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of a body and collects what is wrong, up to a hundred things, so that a client hears of it at once.
 * {@link #done} ends the reading: it refuses members nobody asked for and throws when anything was wrong.
 */
public final class Fields {
    /** More is not told at once, so that an answer is short however much is wrong. */
    private static final int MOST_TOLD = 100;

    private final JsonObject json;
    private final Set<String> known = new LinkedHashSet<>();
    private final Map<String, Violation> violations = new LinkedHashMap<>();

    public Fields(JsonObject json) {
        this.json = json;
    }

    /** A string; anything else but null is a violation. */
    public TextField text(String name) {
        var value = member(name);
        if (value instanceof String text) {
            return new TextField(this, name, text);
        }
        if (value != null) {
            reject(name, "type", "It must be a string.");
        }
        return new TextField(this, name, null);
    }

    /** One of the words of an enum, written in lower case; null when absent or wrong. */
    public <E extends Enum<E>> @Nullable E choice(String name, Class<E> words) {
        var text = text(name).value();
        if (text == null) {
            return null;
        }
        for (E word : words.getEnumConstants()) {
            if (word.name().toLowerCase(Locale.ROOT).equals(text)) {
                return word;
            }
        }
        reject(name, "enum", "It must be one of " + words(words) + ".");
        return null;
    }

    private static String words(Class<? extends Enum<?>> words) {
        var names = new ArrayList<String>();
        for (var word : words.getEnumConstants()) {
            names.add(word.name().toLowerCase(Locale.ROOT));
        }
        return String.join(", ", names);
    }

    /** An RFC 3339 time; null when absent or wrong. */
    public @Nullable Instant time(String name) {
        var text = text(name).value();
        if (text == null) {
            return null;
        }
        var time = Times.parse(text);
        if (time.isEmpty()) {
            reject(name, "format", "It must be a time as RFC 3339 has it, such as 2030-01-31T08:00:00.000Z.");
        }
        return time.orElse(null);
    }

    /** True or false; null when absent or wrong. */
    public @Nullable Boolean flag(String name) {
        var value = member(name);
        if (value instanceof Boolean flag) {
            return flag;
        }
        if (value != null) {
            reject(name, "type", "It must be true or false.");
        }
        return null;
    }

    /** A whole number; null when absent or wrong. */
    public @Nullable Integer whole(String name, int least, int most) {
        var value = member(name);
        if (value instanceof Integer number && number >= least && number <= most) {
            return number;
        }
        if (value != null) {
            reject(
                    name,
                    value instanceof Number ? "range" : "type",
                    "It must be a whole number from " + least + " to " + most + ".");
        }
        return null;
    }

    /** An id: a positive 64-bit number in a string; null when absent or wrong. */
    public @Nullable Long id(String name) {
        var text = text(name).value();
        if (text == null) {
            return null;
        }
        var id = Id.parse(text);
        if (id == null) {
            reject(name, "format", "It must be an id: a decimal number in a string.");
        }
        return id;
    }

    /** A list of strings; null when absent, null or wrong. */
    public @Nullable List<String> texts(String name, int most) {
        var value = member(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof JsonArray array) || !array.stream().allMatch(String.class::isInstance)) {
            reject(name, "type", "It must be a list of strings.");
            return null;
        }
        if (array.size() > most) {
            reject(name, "too-long", "It may hold at most " + most + ".");
            return null;
        }
        return array.stream().map(String.class::cast).toList();
    }

    /** Whether the member is there, be it null. */
    public boolean has(String name) {
        known.add(name);
        return json.containsKey(name);
    }

    /** What a merge patch says of this member. */
    public <T> Change<T> change(String name, @Nullable T value) {
        return new Change<>(has(name), value);
    }

    /** A member that a patch may leave out but not set to null. */
    public void notNull(String name) {
        if (has(name) && json.getValue(name) == null) {
            reject(name, "required", "It cannot be null.");
        }
    }

    public void required(String name) {
        if (member(name) == null) {
            reject(name, "required", "It is needed.");
        }
    }

    public void reject(String name, String code, String detail) {
        var pointer = "/" + name.replace("~", "~0").replace("/", "~1");
        rejectAt(pointer, code, detail);
    }

    /** The same for a place deeper down, such as {@code /tags/2}. */
    public void rejectAt(String pointer, String code, String detail) {
        if (violations.size() < MOST_TOLD) {
            violations.putIfAbsent(pointer, new Violation(pointer, code, detail));
        }
    }

    /** @throws Problem with every violation, when there is one */
    public void done() {
        json.fieldNames().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> reject(name, "unknown", "There is no such member here."));
        judge();
    }

    /**
     * Ends the reading for APIs that overlook members they do not know.
     *
     * @throws Problem with every violation, when there is one
     */
    public void judge() {
        if (!violations.isEmpty()) {
            throw Problem.invalid(List.copyOf(violations.values()));
        }
    }

    private @Nullable Object member(String name) {
        known.add(name);
        return json.getValue(name);
    }
}
