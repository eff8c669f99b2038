package broadside.timeline;

import broadside.account.AccountSummary;
import broadside.kit.db.Reads;
import broadside.kit.db.Rows;
import broadside.kit.db.Sql;
import broadside.kit.http.Paging.Request;
import broadside.post.PostQueries;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.List;

/** Home, a page in one statement. */
final class HomeQueries {
    private static final Sql OLDER = HomeWalk.older(Sql.of("and not e.reply"));
    private static final Sql NEWER = HomeWalk.newer(Sql.of("and not e.reply"));
    private static final Sql OLDER_WITH_REPLIES = HomeWalk.older(Sql.of(""));
    private static final Sql NEWER_WITH_REPLIES = HomeWalk.newer(Sql.of(""));

    private static final Sql SHOW = Sql.of("""
            select v.*, picked.at as entry_at, picked.id as entry_id, r.id as reposter_id, r.username as reposter_username,
              r.display_name as reposter_display_name, r.avatar_url as reposter_avatar_url, r.email as reposter_email
            from picked cross join lateral (""").then(PostQueries.VIEW).then(Sql.of("""
            where p.id = picked.post_id) v
            left join lateral (
              select a.* from visible_account(?) a where picked.repost and a.id = picked.actor_id) r on true"""));
    private static final Sql NEWEST_FIRST = Sql.of("order by picked.at desc, picked.id desc");
    private static final Sql OLDEST_FIRST = Sql.of("order by picked.at, picked.id");

    private HomeQueries() {}

    /** The page, and one entry more where there is more. */
    static Future<List<TimelineEntry>> page(Reads reads, long viewer, boolean replies, Request page) {
        var from = page.from();
        var asOf = from == null ? null : from.asOf();
        var walk = page.backwards() ? (replies ? NEWER_WITH_REPLIES : NEWER) : (replies ? OLDER_WITH_REPLIES : OLDER);
        var query = walk.with(
                        viewer,
                        asOf,
                        from == null ? null : from.at(),
                        from == null ? null : from.id(),
                        page.limit() + 1)
                .and(SHOW, viewer, viewer)
                .and(page.backwards() ? OLDEST_FIRST : NEWEST_FIRST);
        return reads.list(query, HomeQueries::entry);
    }

    private static TimelineEntry entry(Row row) {
        return new TimelineEntry(
                Rows.time(row, "entry_at"),
                row.getLong("entry_id"),
                AccountSummary.maybe(row, "reposter_"),
                PostQueries.view(row));
    }
}
