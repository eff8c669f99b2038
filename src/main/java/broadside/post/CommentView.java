package broadside.post;

import broadside.follow.Acquaintance;
import broadside.kit.db.Rows;
import io.vertx.sqlclient.Row;
import java.time.Instant;

/** A reply with its source, for APIs whose clients render it. */
public record CommentView(long id, String body, Instant publishedAt, Instant updatedAt, Acquaintance author) {
    static CommentView of(Row row) {
        return new CommentView(
                row.getLong("id"),
                row.getString("body"),
                Rows.time(row, "published_at"),
                Rows.time(row, "updated_at"),
                Acquaintance.of(row));
    }
}
