package broadside.post;

import broadside.kit.db.Rows;
import broadside.session.Profile;
import io.vertx.sqlclient.Row;
import java.time.Instant;

/**
 * A published post without title that answers no other, as programs show it that know nothing else.
 *
 * @param text the source, as it was written
 */
public record Note(long id, String text, Instant publishedAt, Profile author) {
    static Note of(Row row) {
        return new Note(row.getLong("id"), row.getString("body"), Rows.time(row, "published_at"), Profile.of(row));
    }
}
