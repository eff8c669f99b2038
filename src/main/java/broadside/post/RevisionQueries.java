package broadside.post;

import broadside.kit.db.Reads;
import broadside.kit.db.Rows;
import broadside.kit.db.Sql;
import broadside.kit.http.Paging.Keyset;
import broadside.kit.http.Paging.Request;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Optional;

/** Revisions to be shown, to the post's author and nobody else. */
final class RevisionQueries {
    private static final Sql OWN = Sql.of("""
            select r.number, r.title, r.summary, r.body, r.language, r.tags, r.cover_url, r.created_at
            from post_revision r join post p on p.id = r.post_id
            where r.post_id = ? and p.author_id = ?""");
    private static final Sql NUMBER = Sql.of("and r.number = ?::bigint");
    private static final Keyset KEYSET = new Keyset(
            Sql.of("and (r.created_at, r.number) < (?, ?::bigint)"),
            Sql.of("and (r.created_at, r.number) > (?, ?::bigint)"),
            Sql.of("order by r.created_at desc, r.number desc limit ?"),
            Sql.of("order by r.created_at, r.number limit ?"));

    private RevisionQueries() {}

    static Future<List<Revision>> page(Reads reads, long post, long author, Request page) {
        return reads.list(page.window(OWN.with(post, author), KEYSET), RevisionQueries::revision);
    }

    static Future<Optional<Revision>> byNumber(Reads reads, long post, long author, long number) {
        return reads.first(OWN.with(post, author).and(NUMBER, number), RevisionQueries::revision);
    }

    private static Revision revision(Row row) {
        var text = new PostText(
                row.getString("title"),
                row.getString("summary"),
                row.getString("body"),
                row.getString("language"),
                List.of(row.getArrayOfStrings("tags")),
                row.getString("cover_url"));
        return new Revision(row.getInteger("number"), text, Rows.time(row, "created_at"));
    }
}
