package broadside.moderation;

import broadside.kit.json.Fields;
import io.vertx.core.json.JsonObject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a moderator decides about a report. */
record Resolution(Decision decision, @Nullable String note) {
    static Resolution from(JsonObject json) {
        var fields = new Fields(json);
        fields.required("decision");
        var decision = fields.choice("decision", Decision.class);
        var note = ReportDraft.text(fields, "note");
        fields.done();
        return new Resolution(Objects.requireNonNull(decision), note);
    }
}
