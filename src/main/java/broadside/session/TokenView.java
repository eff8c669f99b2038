package broadside.session;

import broadside.kit.json.JsonWriter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A personal access token as its owner sees it, without the secret. */
record TokenView(
        long id,
        String name,
        List<String> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt) {
    void write(JsonWriter json) {
        json.id("id", id)
                .text("name", name)
                .texts("scopes", scopes)
                .time("createdAt", createdAt)
                .time("expiresAt", expiresAt)
                .time("lastUsedAt", lastUsedAt);
    }
}
