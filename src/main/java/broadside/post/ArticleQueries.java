package broadside.post;

import broadside.follow.Acquaintance;
import broadside.kit.db.Reads;
import broadside.kit.db.Sql;
import broadside.kit.db.Statement;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Published articles to be shown, newest first, for APIs that page by offset and tell a total. A viewer is an account's id, null for
 * somebody not logged in.
 */
public final class ArticleQueries {
    /** Totals are exact up to this and stop there. */
    public static final int MOST_COUNTED = 10_000;

    private static final Sql COLUMNS = Sql.of("""
            select p.id, p.slug, p.title, p.summary, p.body, p.tags, p.published_at, p.updated_at, coalesce(s.likes, 0) as likes,
              coalesce((select true from post_like l where l.post_id = p.id and l.account_id = viewer.id), false) as liked,""").then(Acquaintance.COLUMNS);
    private static final Sql BESIDE =
            Sql.of("join account a on a.id = p.author_id left join post_stat s on s.post_id = p.id");
    private static final Sql COUNT = Sql.of("select count(*) as total from (select");
    private static final Sql COUNTED = Sql.of("limit ?) as counted");
    private static final Sql ANY = Sql.of("where true");
    private static final Sql TAGGED =
            Sql.of("join post_tag t on t.post_id = p.id where t.published_at is not null and t.tag = ?");
    /** Not in the words of the index of all articles: for those of one author the planner would join the whole of it. */
    private static final Sql IS_ARTICLE = Sql.of("""
            and p.status = 'published' and p.parent_id is null and coalesce(p.title is not null, false)""");

    private static final Sql AUTHOR =
            Sql.of("and p.author_id = (select id from visible_account(viewer.id) where username_key = ?)");
    private static final Sql LIKER = Sql.of("""
            and exists (select from post_like l where l.post_id = p.id
              and l.account_id = (select id from visible_account(viewer.id) where username_key = ?))""");
    private static final Sql FOLLOWED = Sql.of("""
            and p.author_id in (select f.followed_id from follow f where f.follower_id = viewer.id)""");
    /** Walks the index of all articles and looks at one after another, until there are enough: "offset 0" keeps it so. */
    private static final Sql EVERYBODYS = Sql.of("""
            cross join (
              select id, published_at from post where status = 'published' and parent_id is null and title is not null
              order by published_at desc, id desc) newest
            cross join lateral (select h.id from heard_post(viewer.id) h where h.id = newest.id offset 0) heard""");
    /** What is shown of an article is read for those of the page alone. */
    private static final Sql EVERYBODYS_PAGE = Sql.of("where p.id = any (array(select newest.id")
            .then(PostQueries.VIEWER)
            .then(EVERYBODYS)
            .then(Sql.of("""
            order by newest.published_at desc, newest.id desc limit ? offset ?)) order by p.published_at desc, p.id desc"""));

    private static final Sql PAGE = Sql.of("order by p.published_at desc, p.id desc limit ? offset ?");
    private static final Sql TAG_PAGE = Sql.of("order by t.published_at desc, t.post_id desc limit ? offset ?");
    private static final Sql BY_SLUG = Sql.of("and p.id = (select post_id from slug where slug = ?)");
    private static final Sql BY_ID = Sql.of("and p.id = ?");

    /** The newest of each one follows, and of those the newest: never all that they ever wrote. */
    private static final Sql FEED = Sql.of("""
            where p.id = any (array(
              select newest.id from follow f cross join lateral (
                select h.id, h.published_at from heard_post(f.follower_id) h
                where h.author_id = f.followed_id and h.status = 'published' and h.parent_id is null
                  and coalesce(h.title is not null, false)
                order by h.published_at desc, h.id desc limit ?) newest
              where f.follower_id = ? order by newest.published_at desc, newest.id desc limit ? offset ?))
            order by p.published_at desc, p.id desc""");

    private ArticleQueries() {}

    /** The article this slug leads to, now or once. */
    public static Future<Optional<ArticleView>> bySlug(Reads reads, String slug, @Nullable Long viewer) {
        return reads.first(one(viewer).and(BY_SLUG, slug), ArticleView::of);
    }

    public static Future<Optional<ArticleView>> byId(Reads reads, long id, @Nullable Long viewer) {
        return reads.first(one(viewer).and(BY_ID, id), ArticleView::of);
    }

    private static Statement one(@Nullable Long viewer) {
        return shown(PostQueries.SEEN).then(ANY).with(viewer).and(IS_ARTICLE);
    }

    private static Sql shown(Sql whose) {
        return COLUMNS.then(PostQueries.VIEWER).then(whose).then(BESIDE);
    }

    /** A page of those the filter lets through. */
    public static Future<List<ArticleView>> page(
            Reads reads, ArticleFilter filter, int limit, int offset, @Nullable Long viewer) {
        if (filter.isOpen()) {
            var query = shown(PostQueries.SEEN).with(viewer).and(EVERYBODYS_PAGE, viewer, limit, offset);
            return reads.list(query, ArticleView::of);
        }
        var query = filtered(shown(whose(filter)), filter, viewer);
        return reads.list(query.and(filter.tag() == null ? PAGE : TAG_PAGE, limit, offset), ArticleView::of);
    }

    /** How many the filter lets through, {@value #MOST_COUNTED} at most. */
    public static Future<Long> count(Reads reads, ArticleFilter filter, @Nullable Long viewer) {
        return total(
                reads,
                filter.isOpen() ? counted(EVERYBODYS).with(viewer) : filtered(counted(whose(filter)), filter, viewer));
    }

    private static Sql counted(Sql whose) {
        return COUNT.then(PostQueries.VIEWER).then(whose);
    }

    private static Future<Long> total(Reads reads, Statement query) {
        return reads.first(query.and(COUNTED, MOST_COUNTED), row -> row.getLong("total"))
                .map(total -> total.orElse(0L));
    }

    /** Those whom the viewer has muted are left out but where she asks for their author. */
    private static Sql whose(ArticleFilter filter) {
        return filter.author() == null ? PostQueries.HEARD : PostQueries.SEEN;
    }

    private static Statement filtered(Sql from, ArticleFilter filter, @Nullable Long viewer) {
        var query = filter.tag() == null
                ? from.then(ANY).with(viewer)
                : from.then(TAGGED).with(viewer, filter.tag());
        return query.and(IS_ARTICLE).andIf(filter.author(), AUTHOR).andIf(filter.liker(), LIKER);
    }

    /** A page of what those wrote whom the viewer follows. */
    public static Future<List<ArticleView>> feed(Reads reads, int limit, int offset, long viewer) {
        var query = shown(PostQueries.SEEN).with(viewer).and(FEED, limit + offset, viewer, limit, offset);
        return reads.list(query, ArticleView::of);
    }

    /** How many there are in the feed, {@value #MOST_COUNTED} at most. */
    public static Future<Long> countFeed(Reads reads, long viewer) {
        return total(
                reads,
                counted(PostQueries.HEARD)
                        .then(ANY)
                        .with(viewer)
                        .and(IS_ARTICLE)
                        .and(FOLLOWED));
    }
}
