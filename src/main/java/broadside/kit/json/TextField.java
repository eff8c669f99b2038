package broadside.kit.json;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One string member of a body under inspection. Lengths are in Unicode code points. Only the first violation is told. */
public final class TextField {
    private final Fields fields;
    private final String name;
    private final @Nullable String text;

    TextField(Fields fields, String name, @Nullable String text) {
        this.fields = fields;
        this.name = name;
        this.text = text;
    }

    public TextField required() {
        fields.required(name);
        return this;
    }

    public TextField length(int least, int most) {
        if (text != null) {
            int length = text.codePointCount(0, text.length());
            if (length < least) {
                fields.reject(name, "too-short", "It must have at least " + least + " characters.");
            } else if (length > most) {
                fields.reject(name, "too-long", "It may have at most " + most + " characters.");
            }
        }
        return this;
    }

    public TextField check(Predicate<String> rule, String code, String detail) {
        if (text != null && !rule.test(text)) {
            fields.reject(name, code, detail);
        }
        return this;
    }

    public @Nullable String value() {
        return text;
    }

    /** The text, or an empty one where something was wrong: {@link Fields#done} throws before anybody uses it. */
    public String orEmpty() {
        return text == null ? "" : text;
    }

    public Change<String> change() {
        return fields.change(name, text);
    }
}
