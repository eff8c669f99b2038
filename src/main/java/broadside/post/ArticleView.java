package broadside.post;

import broadside.follow.Acquaintance;
import broadside.kit.db.Rows;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A published article with its source, for APIs whose clients render it.
 *
 * @param liked by the viewer
 */
public record ArticleView(
        long id,
        String slug,
        String title,
        @Nullable String summary,
        String body,
        List<String> tags,
        Instant publishedAt,
        Instant updatedAt,
        long likes,
        boolean liked,
        Acquaintance author) {
    static ArticleView of(Row row) {
        return new ArticleView(
                row.getLong("id"),
                row.getString("slug"),
                row.getString("title"),
                row.getString("summary"),
                row.getString("body"),
                List.of(row.getArrayOfStrings("tags")),
                Rows.time(row, "published_at"),
                Rows.time(row, "updated_at"),
                row.getLong("likes"),
                row.getBoolean("liked"),
                Acquaintance.of(row));
    }
}
