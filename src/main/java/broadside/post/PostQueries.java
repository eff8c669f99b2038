package broadside.post;

import broadside.account.AccountSummary;
import broadside.kit.db.Reads;
import broadside.kit.db.Rows;
import broadside.kit.db.Sql;
import broadside.kit.problem.Problem;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Posts to be shown. A viewer is an account's id, null for somebody not logged in. */
public final class PostQueries {
    /** What a post shows. The viewer's own reactions are asked for one by one: "exists" may read all she ever liked for a page. */
    public static final Sql COLUMNS = Sql.of("""
            select p.id, p.author_id, p.parent_id, p.title, p.slug, p.summary, p.html, p.excerpt, p.reading_minutes, p.language,
              p.tags, p.cover_url, p.status, p.visibility, p.published_at, p.created_at, p.updated_at, p.version,
              p.ancestors, p.replies_from, p.reply_hidden_by is not null as reply_hidden,
              p.hidden_at is not null as hidden,
              array(select m.username from mention n join visible_account(viewer.id) m on m.id = n.account_id
                where n.post_id = p.id order by n.position) as mentions,
              case when p.author_id = viewer.id then p.body end as body,
              case when p.author_id = viewer.id then p.publish_at end as publish_at,
              a.username, a.display_name, a.avatar_url, a.email,
              coalesce(s.replies, 0) as replies, coalesce(s.likes, 0) as likes, coalesce(s.reposts, 0) as reposts,
              (select array[x.series_id, (
                  select v.id from series_post y join visible_post(viewer.id) v on v.id = y.post_id
                  where y.series_id = x.series_id and y.position < x.position order by y.position desc limit 1), (
                  select v.id from series_post y join visible_post(viewer.id) v on v.id = y.post_id
                  where y.series_id = x.series_id and y.position > x.position order by y.position limit 1)]
                from series_post x where x.post_id = p.id) as series,
              (select r.title from series_post x join series r on r.id = x.series_id where x.post_id = p.id) as series_title,
              viewer.id as viewer_id,
              coalesce((select true from post_like l where l.post_id = p.id and l.account_id = viewer.id), false) as liked,
              coalesce((select true from bookmark b where b.post_id = p.id and b.account_id = viewer.id), false) as bookmarked,
              coalesce((select true from entry e where e.post_id = p.id and e.actor_id = viewer.id and e.repost), false) as reposted""");
    /** Begins what they are taken from; its value is the viewer. */
    public static final Sql VIEWER = Sql.of("from (select ?::bigint as id) as viewer");

    /** What the viewer may see: for one post and the lists of one author. */
    public static final Sql SEEN = Sql.of("cross join visible_post(viewer.id) p");

    /** The same without those the viewer has muted: for lists of many authors. */
    public static final Sql HEARD = Sql.of("cross join heard_post(viewer.id) p");

    /** What belongs to a post. Whoever sees a post sees its author. */
    public static final Sql BESIDE =
            Sql.of("join account a on a.id = p.author_id left join post_stat s on s.post_id = p.id");

    public static final Sql VIEW = COLUMNS.then(VIEWER).then(SEEN).then(BESIDE);
    public static final Sql HEARD_VIEW = COLUMNS.then(VIEWER).then(HEARD).then(BESIDE);
    private static final Sql ONE = VIEW.then(Sql.of("where true"));
    private static final Sql BY_ID = Sql.of("and p.id = ?");
    private static final Sql BY_SLUG = Sql.of("and p.id = (select post_id from slug where slug = ?)");

    private PostQueries() {}

    public static Future<Optional<PostView>> byId(Reads reads, long id, @Nullable Long viewer) {
        return reads.first(ONE.with(viewer).and(BY_ID, id), PostQueries::view);
    }

    /** The post this slug leads to, now or once. */
    public static Future<Optional<PostView>> bySlug(Reads reads, String slug, @Nullable Long viewer) {
        return reads.first(ONE.with(viewer).and(BY_SLUG, slug), PostQueries::view);
    }

    /** Fails with what somebody is told who wants what is the author's: 403 where she may see the post, else 404. */
    static <T> Future<T> refuse(Reads reads, long id, long viewer) {
        return byId(reads, id, viewer)
                .compose(seen -> Future.failedFuture(seen.isPresent() ? PostProblems.notYours() : Problem.notFound()));
    }

    public static PostView view(Row row) {
        return new PostView(
                row.getLong("id"),
                AccountSummary.of(row, row.getLong("author_id")),
                row.getString("title"),
                row.getString("slug"),
                row.getString("summary"),
                row.getString("body"),
                row.getString("html"),
                row.getString("excerpt"),
                row.getString("language"),
                List.of(row.getArrayOfStrings("tags")),
                List.of(row.getArrayOfStrings("mentions")),
                row.getString("status"),
                row.getString("visibility"),
                row.getString("cover_url"),
                Rows.instant(row, "publish_at"),
                Rows.instant(row, "published_at"),
                Rows.time(row, "created_at"),
                Rows.time(row, "updated_at"),
                row.getInteger("reading_minutes"),
                row.getLong("parent_id"),
                row.getString("replies_from"),
                row.getBoolean("reply_hidden"),
                new PostView.Counts(row.getLong("replies"), row.getLong("likes"), row.getLong("reposts")),
                place(row),
                viewing(row),
                row.getBoolean("hidden"),
                row.getInteger("version"));
    }

    private static PostView.@Nullable Place place(Row row) {
        var place = row.getArrayOfLongs("series");
        return place == null ? null : new PostView.Place(place[0], row.getString("series_title"), place[1], place[2]);
    }

    private static PostView.@Nullable Viewing viewing(Row row) {
        return row.getLong("viewer_id") == null
                ? null
                : new PostView.Viewing(
                        row.getBoolean("liked"), row.getBoolean("bookmarked"), row.getBoolean("reposted"));
    }
}
