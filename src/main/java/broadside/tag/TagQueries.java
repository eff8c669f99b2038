package broadside.tag;

import broadside.kit.db.Reads;
import broadside.kit.db.Rows;
import broadside.kit.db.Sql;
import broadside.kit.http.Paging.Keyset;
import broadside.kit.http.Paging.Request;
import broadside.post.PostQueries;
import broadside.post.PostView;
import io.vertx.core.Future;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tags to be shown, and posts under those that one follows; one statement each. */
final class TagQueries {
    private static final Sql POPULAR = Sql.of("select tag, accounts, posts from popular_tag order by rank limit ?");

    private static final Sql ONE = Sql.of("""
            select wanted.tag, (
              select count(*) from (
                select from post_tag t join visible_post(viewer.id) p on p.id = t.post_id
                where t.tag = wanted.tag and t.published_at is not null and p.visibility = 'public' limit 1000) as capped) as posts, (
              select count(*) from tag_follow f where f.tag = wanted.tag) as followers, viewer.id is not null and exists (
              select from tag_follow f where f.tag = wanted.tag and f.account_id = viewer.id) as followed
            from (select ?::text as tag) as wanted cross join (select ?::bigint as id) as viewer""");

    private static final Sql FOLLOWED = Sql.of("select id, tag, created_at from tag_follow where account_id = ?");
    private static final Keyset BY_FOLLOWING = new Keyset(
            Sql.of("and (created_at, id) < (?, ?)"),
            Sql.of("and (created_at, id) > (?, ?)"),
            Sql.of("order by created_at desc, id desc limit ?"),
            Sql.of("order by created_at, id limit ?"));

    /** As many of each tag as the page may need, of those the newest, and each once. */
    private static final Sql TIMELINE = PostQueries.HEARD_VIEW.then(Sql.of("""
            where p.id = any (array(
              select post_id from (
                select distinct newest.published_at, newest.post_id from tag_follow f cross join lateral (
                  select t.published_at, t.post_id from post_tag t join heard_post(f.account_id) h on h.id = t.post_id
                  where t.tag = f.tag and t.published_at is not null and h.parent_id is null"""));

    private static final Sql OF_FOLLOWED = Sql.of(") as newest where f.account_id = ?) as found");
    private static final Keyset WITHIN_TAG = new Keyset(
            Sql.of("and (t.published_at, t.post_id) < (?, ?)"),
            Sql.of("and (t.published_at, t.post_id) > (?, ?)"),
            Sql.of("order by t.published_at desc, t.post_id desc limit ?"),
            Sql.of("order by t.published_at, t.post_id limit ?"));
    private static final Sql NEWEST = Sql.of("""
            order by published_at desc, post_id desc limit ?)) order by p.published_at desc, p.id desc""");
    private static final Sql OLDEST = Sql.of("""
            order by published_at, post_id limit ?)) order by p.published_at, p.id""");

    private TagQueries() {}

    static Future<List<PopularTag>> popular(Reads reads, int limit) {
        return reads.list(
                POPULAR.with(limit),
                row -> new PopularTag(row.getString("tag"), row.getLong("accounts"), row.getLong("posts")));
    }

    static Future<TagView> one(Reads reads, String tag, @Nullable Long viewer) {
        return reads.first(
                        ONE.with(tag, viewer),
                        row -> new TagView(
                                tag,
                                row.getLong("posts"),
                                row.getLong("followers"),
                                viewer == null ? null : row.getBoolean("followed")))
                .map(found -> found.orElseThrow());
    }

    static Future<List<FollowedTag>> followed(Reads reads, long viewer, Request page) {
        return reads.list(
                page.window(FOLLOWED.with(viewer), BY_FOLLOWING),
                row -> new FollowedTag(row.getLong("id"), row.getString("tag"), Rows.time(row, "created_at")));
    }

    static Future<List<PostView>> timeline(Reads reads, long viewer, Request page) {
        var query = page.window(TIMELINE.with(viewer), WITHIN_TAG)
                .and(OF_FOLLOWED, viewer)
                .and(page.backwards() ? OLDEST : NEWEST, page.limit() + 1);
        return reads.list(query, PostQueries::view);
    }
}
