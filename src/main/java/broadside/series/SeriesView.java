package broadside.series;

import broadside.account.AccountSummary;
import broadside.kit.db.Rows;
import broadside.kit.json.JsonWriter;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A series as it is shown.
 *
 * @param posts how many of its posts the viewer may see
 */
record SeriesView(
        long id,
        AccountSummary author,
        String title,
        @Nullable String description,
        long posts,
        Instant createdAt,
        Instant updatedAt,
        int version) {
    static SeriesView of(Row row) {
        return new SeriesView(
                row.getLong("id"),
                AccountSummary.of(row, row.getLong("account_id")),
                row.getString("title"),
                row.getString("description"),
                row.getLong("posts"),
                Rows.time(row, "created_at"),
                Rows.time(row, "updated_at"),
                row.getInteger("version"));
    }

    void write(JsonWriter json) {
        json.id("id", id)
                .object("author", author::write)
                .text("title", title)
                .text("description", description)
                .number("posts", posts)
                .time("createdAt", createdAt)
                .time("updatedAt", updatedAt);
    }
}
