package broadside.explore;

import broadside.account.AccountSummary;
import broadside.kit.db.Reads;
import broadside.kit.db.Rows;
import broadside.kit.db.Sql;
import broadside.kit.http.Cursors.Position;
import broadside.kit.http.Paging;
import broadside.kit.http.Paging.Keyset;
import broadside.kit.http.Paging.Request;
import broadside.post.PostQueries;
import broadside.post.PostView;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rankings to be shown, the best first: what the viewer may see and wants to hear of, as it is at this moment. A cursor tells the
 * time of its ranking and the rank, so that whoever reads on stays in one ranking.
 */
final class ExploreQueries {
    private static final Sql POSTS = PostQueries.COLUMNS
            .then(Sql.of(", t.computed_at, t.rank"))
            .then(PostQueries.VIEWER)
            .then(Sql.of("cross join trending_post t"))
            .then(PostQueries.HEARD)
            .then(PostQueries.BESIDE)
            .then(Sql.of("where p.id = t.post_id and p.status = 'published' and p.visibility = 'public'"));
    /** Not oneself, nor whom one follows or has asked to. */
    private static final Sql ACCOUNTS = Sql.of("""
            select a.id, a.username, a.display_name, a.avatar_url, a.email, t.computed_at, t.rank
            from (select ?::bigint as id) as viewer cross join suggested_account t cross join heard_account(viewer.id) a
            where a.id = t.account_id and a.id is distinct from viewer.id
              and (select true from follow f where f.follower_id = viewer.id and f.followed_id = a.id) is null
              and (select true from follow_request f where f.follower_id = viewer.id and f.followed_id = a.id) is null""");

    private static final Sql LATEST_POSTS = Sql.of("and t.computed_at = (select max(computed_at) from trending_post)");
    private static final Sql LATEST_ACCOUNTS =
            Sql.of("and t.computed_at = (select max(computed_at) from suggested_account)");
    private static final Keyset KEYSET = new Keyset(
            Sql.of("and t.computed_at = ? and t.rank > ?::bigint"),
            Sql.of("and t.computed_at = ? and t.rank < ?::bigint"),
            Sql.of("order by t.rank limit ?"),
            Sql.of("order by t.rank desc limit ?"));

    private ExploreQueries() {}

    /** Something with its place in a ranking. */
    record Ranked<T>(Position place, T what) {}

    static Future<List<Ranked<PostView>>> posts(Reads reads, @Nullable Long viewer, Request page) {
        var query = POSTS.with(viewer);
        return reads.list(
                page.window(page.from() == null ? query.and(LATEST_POSTS) : query, KEYSET),
                row -> new Ranked<>(place(row), PostQueries.view(row)));
    }

    static Future<List<Ranked<AccountSummary>>> accounts(Reads reads, @Nullable Long viewer, Request page) {
        var query = ACCOUNTS.with(viewer);
        return reads.list(
                page.window(page.from() == null ? query.and(LATEST_ACCOUNTS) : query, KEYSET),
                row -> new Ranked<>(place(row), AccountSummary.of(row, row.getLong("id"))));
    }

    private static Position place(Row row) {
        return Paging.at(Rows.time(row, "computed_at"), row.getInteger("rank"));
    }
}
