package broadside.post;

import broadside.kit.db.OwnedRows;
import broadside.kit.db.Reads;
import broadside.kit.db.Rows;
import broadside.kit.db.Sql;
import broadside.kit.json.JsonWriter;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of posts, drafts and hidden ones among them, in members that {@link FormerPost} reads; not what is made of other
 * columns.
 */
public final class PostHoldings {
    private static final Sql POST = Sql.of("""
            select p.author_id as owner, p.id, a.username, p.parent_id, p.title, p.slug, p.summary, p.body, p.language, p.tags,
              p.cover_url, p.status, p.visibility, p.replies_from, p.reply_hidden_by,
              case p.status when 'scheduled' then p.publish_at end as publish_at,
              p.published_at, p.hidden_at, p.created_at, p.updated_at,
              coalesce(s.replies, 0) as replies, coalesce(s.likes, 0) as likes, coalesce(s.reposts, 0) as reposts
            from post p join account a on a.id = p.author_id left join post_stat s on s.post_id = p.id""");
    private static final Sql OF_ONE = Sql.of("where p.author_id = ?");

    /** In the order in which they were written, so that a reply comes after what it answers. */
    public static final OwnedRows IN_ORDER =
            new OwnedRows("posts", OwnedRows.LARGE, POST, OF_ONE, Sql.of("order by p.id"), PostHoldings::post);

    public static final OwnedRows BY_AUTHOR = new OwnedRows(
            "posts", OwnedRows.LARGE, POST, OF_ONE, Sql.of("order by p.author_id, p.id"), PostHoldings::post);

    private static final OwnedRows REVISIONS = new OwnedRows(
            "revisions",
            OwnedRows.LARGE,
            Sql.of("""
                    select p.author_id as owner, r.post_id, r.number, r.title, r.summary, r.body, r.language, r.tags, r.cover_url,
                      r.created_at from post_revision r join post p on p.id = r.post_id"""),
            OF_ONE,
            Sql.of("order by p.author_id, r.post_id, r.number"),
            PostHoldings::revision);

    public static final List<OwnedRows> ALL = List.of(REVISIONS);

    private static final Sql COUNT = Sql.of("select count(*) as number from post p");

    private PostHoldings() {}

    /** @param author null: everybody */
    public static Future<Long> count(Reads reads, @Nullable Long author) {
        return reads.first(COUNT.with().andIf(author, OF_ONE), row -> row.getLong("number"))
                .map(found -> found.orElse(0L));
    }

    private static void post(JsonWriter json, Row row) {
        var hider = row.getLong("reply_hidden_by");
        json.id("id", row.getLong("id"))
                .text("author", row.getString("username"))
                .text("replyTo", id(row.getLong("parent_id")))
                .text("slug", row.getString("slug"))
                .text("status", row.getString("status"))
                .text("visibility", row.getString("visibility"))
                .text("repliesFrom", row.getString("replies_from"))
                .text("replyHiddenBy", id(hider))
                .moment("publishAt", Rows.instant(row, "publish_at"))
                .moment("publishedAt", Rows.instant(row, "published_at"))
                .moment("hiddenAt", Rows.instant(row, "hidden_at"))
                .moment("createdAt", Rows.instant(row, "created_at"))
                .moment("updatedAt", Rows.instant(row, "updated_at"))
                .object("counts", counts -> counts(counts, row));
        text(json, row);
    }

    private static void counts(JsonWriter json, Row row) {
        new PostView.Counts(row.getLong("replies"), row.getLong("likes"), row.getLong("reposts")).write(json);
    }

    private static @Nullable String id(@Nullable Long id) {
        return id == null ? null : id.toString();
    }

    private static void revision(JsonWriter json, Row row) {
        json.id("post", row.getLong("post_id"))
                .number("number", row.getInteger("number"))
                .moment("createdAt", Rows.instant(row, "created_at"));
        text(json, row);
    }

    private static void text(JsonWriter json, Row row) {
        json.text("title", row.getString("title"))
                .text("summary", row.getString("summary"))
                .text("language", row.getString("language"))
                .texts("tags", List.of(row.getArrayOfStrings("tags")))
                .text("coverUrl", row.getString("cover_url"))
                .text("body", row.getString("body"));
    }
}
