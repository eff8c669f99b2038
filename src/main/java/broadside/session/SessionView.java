package broadside.session;

import broadside.kit.json.JsonWriter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A log-in as its owner sees it. */
record SessionView(long id, @Nullable String device, String address, Instant createdAt, Instant lastUsedAt) {
    /** @param current the session that asks */
    void write(JsonWriter json, long current) {
        json.id("id", id)
                .text("device", device)
                .text("ip", address)
                .time("createdAt", createdAt)
                .time("lastUsedAt", lastUsedAt)
                .flag("current", id == current);
    }
}
