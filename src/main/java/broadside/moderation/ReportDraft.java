package broadside.moderation;

import broadside.kit.json.Fields;
import broadside.kit.text.WellFormed;
import io.vertx.core.json.JsonObject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What somebody says is wrong with a post or an account. */
record ReportDraft(Category category, @Nullable String text) {
    static ReportDraft from(JsonObject json) {
        var fields = new Fields(json);
        fields.required("category");
        var category = fields.choice("category", Category.class);
        var text = text(fields, "text");
        fields.done();
        return new ReportDraft(Objects.requireNonNull(category), text);
    }

    /** A text of a few paragraphs, from 1 to 1,000 characters. */
    static @Nullable String text(Fields fields, String name) {
        return fields.text(name)
                .length(1, 1_000)
                .check(WellFormed::text, "well-formed", "It cannot be stored.")
                .value();
    }
}
