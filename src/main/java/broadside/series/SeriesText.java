package broadside.series;

import broadside.kit.json.Change;
import broadside.kit.json.Fields;
import broadside.kit.json.TextField;
import broadside.kit.text.Invisible;
import broadside.kit.text.WellFormed;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** What a series is called and says about itself. */
record SeriesText(String title, @Nullable String description) {
    private static final int TITLE = 200;
    private static final int DESCRIPTION = 1_000;

    static SeriesText from(JsonObject json) {
        var fields = new Fields(json);
        fields.required("title");
        var text = new SeriesText(title(fields).orEmpty(), description(fields).value());
        fields.done();
        return text;
    }

    /** This text with a merge patch (RFC 7396) laid over it. */
    SeriesText with(JsonObject patch) {
        var fields = new Fields(patch);
        fields.notNull("title");
        Change<String> newTitle = title(fields).change();
        Change<String> newDescription = description(fields).change();
        fields.done();
        return new SeriesText(newTitle.afterOf(title), newDescription.after(description));
    }

    private static TextField title(Fields fields) {
        return fields.text("title")
                .length(1, TITLE)
                .check(WellFormed::line, "invisible", "It must be one line without control characters.")
                .check(title -> !Invisible.all(title), "invisible", "It must show something.");
    }

    private static TextField description(Fields fields) {
        return fields.text("description")
                .length(1, DESCRIPTION)
                .check(WellFormed::text, "well-formed", "It holds characters that cannot be kept.")
                .check(text -> !Invisible.all(text), "invisible", "It must show something.");
    }
}
