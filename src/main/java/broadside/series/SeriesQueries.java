package broadside.series;

import broadside.kit.db.Reads;
import broadside.kit.db.Sql;
import broadside.kit.http.Paging.Keyset;
import broadside.kit.http.Paging.Request;
import broadside.kit.text.CaseFold;
import broadside.post.PostQueries;
import broadside.post.PostView;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Series to be shown, one statement each: whoever sees its author sees a series, and of its posts those she may see. */
final class SeriesQueries {
    private static final Sql VIEW = Sql.of("""
            select s.id, s.account_id, s.title, s.description, s.created_at, s.updated_at, s.version,
              a.username, a.display_name, a.avatar_url, a.email, (
              select count(*) from series_post n join visible_post(viewer.id) p on p.id = n.post_id
              where n.series_id = s.id) as posts
            from (select ?::bigint as id) as viewer cross join visible_account(viewer.id) a join series s on s.account_id = a.id""");

    private static final Sql BY_ID = Sql.of("where s.id = ?");
    private static final Sql BY_AUTHOR = Sql.of("where a.username_key = ?");
    private static final Keyset CREATION = new Keyset(
            Sql.of("and (s.created_at, s.id) < (?, ?)"),
            Sql.of("and (s.created_at, s.id) > (?, ?)"),
            Sql.of("order by s.created_at desc, s.id desc limit ?"),
            Sql.of("order by s.created_at, s.id limit ?"));

    private static final Sql POSTS = PostQueries.COLUMNS
            .then(Sql.of(", n.position"))
            .then(PostQueries.VIEWER)
            .then(Sql.of("join series_post n on n.series_id = ?"))
            .then(PostQueries.SEEN)
            .then(PostQueries.BESIDE)
            .then(Sql.of("where p.id = n.post_id and n.position > ? order by n.position limit ?"));

    private SeriesQueries() {}

    static Future<Optional<SeriesView>> byId(Reads reads, long id, @Nullable Long viewer) {
        return reads.first(VIEW.then(BY_ID).with(viewer, id), SeriesView::of);
    }

    static Future<List<SeriesView>> of(Reads reads, String username, Request page, @Nullable Long viewer) {
        var query = VIEW.then(BY_AUTHOR).with(viewer, CaseFold.key(username));
        return reads.list(page.window(query, CREATION), SeriesView::of);
    }

    /** A post and its place in the series. */
    record Member(int position, PostView post) {
        static Member of(Row row) {
            return new Member(row.getInteger("position"), PostQueries.view(row));
        }
    }

    /** In order, one more than asked for. */
    static Future<List<Member>> posts(Reads reads, long series, int after, int limit, @Nullable Long viewer) {
        return reads.list(POSTS.with(viewer, series, after, limit + 1), Member::of);
    }
}
