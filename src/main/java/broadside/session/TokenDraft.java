package broadside.session;

import broadside.kit.json.Fields;
import broadside.kit.text.Invisible;
import broadside.kit.text.WellFormed;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for who makes a personal access token.
 *
 * @param expiresAt null: it lasts until it is revoked
 */
record TokenDraft(
        String name, List<String> scopes, @Nullable Instant expiresAt) {
    private static final int NAME = 100;
    private static final Set<String> SCOPES = Set.of("read", "write");

    static TokenDraft from(JsonObject json, Instant now) {
        var fields = new Fields(json);
        var draft = new TokenDraft(name(fields), scopes(fields), expiry(fields, now));
        fields.done();
        return draft;
    }

    private static String name(Fields fields) {
        return fields.text("name")
                .required()
                .length(1, NAME)
                .check(WellFormed::line, "invisible", "It must be one line without control characters.")
                .check(name -> !Invisible.all(name), "invisible", "It must show something.")
                .orEmpty();
    }

    private static List<String> scopes(Fields fields) {
        fields.required("scopes");
        var scopes = fields.texts("scopes", SCOPES.size());
        if (scopes == null) {
            return List.of();
        }
        if (scopes.isEmpty()) {
            fields.reject("scopes", "too-short", "It must name at least one scope.");
        }
        var seen = new HashSet<String>();
        for (int i = 0; i < scopes.size(); i++) {
            check(fields, "/scopes/" + i, scopes.get(i), seen);
        }
        return scopes.stream().sorted().toList();
    }

    private static void check(Fields fields, String pointer, String scope, Set<String> seen) {
        if (!SCOPES.contains(scope)) {
            fields.rejectAt(pointer, "enum", "It must be read or write.");
        } else if (!seen.add(scope)) {
            fields.rejectAt(pointer, "duplicate", "It stands here twice.");
        }
    }

    private static @Nullable Instant expiry(Fields fields, Instant now) {
        var expiry = fields.time("expiresAt");
        if (expiry != null && !expiry.isAfter(now)) {
            fields.reject("expiresAt", "range", "It must be in the future.");
        }
        return expiry;
    }
}
