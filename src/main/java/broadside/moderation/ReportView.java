package broadside.moderation;

import broadside.account.AccountSummary;
import broadside.kit.json.JsonWriter;
import broadside.post.PostView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A report as moderators see it.
 *
 * @param reporter null: that account is gone
 * @param account  the account reported, or the author of the post
 * @param post     null: an account is reported, or the post is gone or a draft again
 * @param outcome  null: the report is open
 */
record ReportView(
        long id,
        String subject,
        String category,
        @Nullable String text,
        Instant createdAt,
        @Nullable AccountSummary reporter,
        AccountSummary account,
        @Nullable PostView post,
        @Nullable Outcome outcome) {
    /** @param by null: that account is gone */
    record Outcome(
            String decision,
            @Nullable String note,
            @Nullable AccountSummary by,
            Instant at) {
        void write(JsonWriter json) {
            json.text("decision", decision)
                    .text("note", note)
                    .object("by", by == null ? null : by::write)
                    .time("at", at);
        }
    }

    void write(JsonWriter json) {
        json.id("id", id)
                .text("subject", subject)
                .text("category", category)
                .text("text", text)
                .time("createdAt", createdAt)
                .object("reporter", reporter == null ? null : reporter::write)
                .object("account", account::write)
                .object("post", post == null ? null : post::write)
                .object("resolution", outcome == null ? null : outcome::write);
    }
}
