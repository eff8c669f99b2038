package broadside.moderation;

import broadside.account.AccountSummary;
import broadside.kit.json.JsonWriter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done in charge.
 *
 * @param actorId null: by the command line
 * @param actor   null: by the command line, or by an account that is gone
 * @param role    the role an account was given
 */
record ActView(
        long id,
        Instant at,
        String act,
        @Nullable Long actorId,
        @Nullable AccountSummary actor,
        String subjectType,
        long subjectId,
        @Nullable String reason,
        @Nullable String role) {
    void write(JsonWriter json) {
        json.id("id", id)
                .time("at", at)
                .text("act", act)
                .object("actor", actor == null ? null : actor::write)
                .text("actorId", actorId == null ? null : Long.toString(actorId))
                .text("subjectType", subjectType)
                .id("subjectId", subjectId)
                .text("reason", reason)
                .text("role", role);
    }
}
