package broadside.dialect.realworld;

import broadside.kit.http.Call;
import broadside.kit.json.Fields;
import io.vertx.core.json.JsonObject;

/** What stands in a body under the one name that counts; members nobody asked for are overlooked. */
record Envelope(JsonObject content) {
    /** Without the name, or with something else than an object under it, everything is missing. */
    static Envelope open(Call call, String name) {
        return new Envelope(call.json().getValue(name) instanceof JsonObject content ? content : new JsonObject());
    }

    Fields fields() {
        return new Fields(content);
    }

    /** A member that has to be there and to say something. */
    static String needed(Fields fields, String name) {
        return fields.text(name)
                .required()
                .check(text -> !text.isBlank(), "blank", "It can't be blank.")
                .orEmpty();
    }

    /** The same where it is there at all: null says nothing. */
    static void notBlank(Fields fields, String name) {
        if (fields.has(name)) {
            needed(fields, name);
        }
    }
}
