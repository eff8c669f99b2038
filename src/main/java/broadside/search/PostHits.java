package broadside.search;

import broadside.kit.db.Reads;
import broadside.kit.db.Rows;
import broadside.kit.db.Sql;
import broadside.kit.db.Statement;
import broadside.post.PostQueries;
import broadside.search.SearchPlace.Spot;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Posts with words in them. Where many of the newest posts are hits, the newest {@value #SCANNED} are looked through in order;
 * where few are, so few are hits at all that the index can be asked for every one. Either way what is done is bounded, however
 * frequent a word is.
 */
final class PostHits {
    /** How many of the newest hits are ranked. */
    static final int RANKED = 400;

    /** Stands in the SQL too. */
    static final int SCANNED = 8_000;

    /** Each hit is looked up by its id (offset 0 keeps it so): before a table is analysed, the planner expects one row everywhere. */
    private static final Sql HITS = Sql.of("""
            with given (typed, language, names, author, upper_at, upper_id, lower_at, lower_id, since, until, most) as (values (
              ?::text, ?::text, ?::text[], ?::text, ?::timestamptz, ?::bigint, ?::timestamptz, ?::bigint, ?::timestamptz,
              ?::timestamptz, ?::integer)),
            terms as materialized (
              select found, shown, search_runs(shown) as runs
              from given, lateral (select search_terms(typed, true) as found, search_terms(typed, false) as shown offset 0) t),
            asked as materialized (
              select g.*, search_ranking(found, g.language) as ranking, search_filtered(q.query, g.names || case when g.author is null then '{}' else array[
                  coalesce((select '=author:' || a.id from account a where a.username_key = g.author), '=nobody')] end) as wanted
              from given g, terms, lateral (select search_query(found, g.language) as query offset 0) q),
            scanned as materialized (
              select s.post_id, s.published_at, s.document @@ (select wanted from asked) as hit
              from (
                select s.post_id, s.published_at, s.document from post_search s
                where (s.published_at, s.post_id) < ((select upper_at from asked), (select upper_id from asked))
                  and (s.published_at, s.post_id) >= ((select lower_at from asked), (select lower_id from asked))
                  and s.published_at < (select coalesce(until, 'infinity') from asked)
                  and s.published_at >= (select coalesce(since, '-infinity') from asked)
                order by s.published_at desc, s.post_id desc limit 8000) s),
            newest as materialized (
              select h.post_id, h.published_at from scanned h, lateral (select from heard_post(?) p where p.id = h.post_id offset 0) p
              where h.hit order by h.published_at desc, h.post_id desc limit (select most + 1 from asked)),
            indexed as materialized (
              select s.post_id, s.published_at from post_search s
              where s.document @@ (select wanted from asked)
                and (select count(*) from scanned) = 8000 and (select count(*) from newest) <= (select most from asked)),
            all_there_are as materialized (
              select h.post_id, h.published_at from indexed h, lateral (select from heard_post(?) p where p.id = h.post_id offset 0) p
              where (h.published_at, h.post_id) < ((select upper_at from asked), (select upper_id from asked))
                and (h.published_at, h.post_id) >= ((select lower_at from asked), (select lower_id from asked))
                and h.published_at < (select coalesce(until, 'infinity') from asked)
                and h.published_at >= (select coalesce(since, '-infinity') from asked)
              order by h.published_at desc, h.post_id desc limit (select most + 1 from asked)),
            hits as materialized (
              select * from all_there_are
              union all
              select * from newest where not exists (select from all_there_are)
              order by published_at desc, post_id desc)""");

    /** A hit counts less the older it is: half after thirty days. */
    private static final Sql RANK = Sql.of("""
            , ranked as materialized (select * from hits limit (select most from asked)),
            scored as (
              select r.*, (ts_rank(s.document, (select ranking from asked), 1)
                / (1 + extract(epoch from (select upper_at from asked) - r.published_at) / 2592000))::float8 as score
              from ranked r join post_search s on s.post_id = r.post_id),
            edge as (
              select (select count(*) from hits) > (select most from asked) as more, r.published_at as low_at, r.post_id as low_id
              from ranked r order by r.published_at, r.post_id limit 1),
            page as materialized (select * from scored""");

    private static final Sql AFTER =
            Sql.of("where (score, published_at, post_id) < (?::float8, ?::timestamptz, ?::bigint)");
    private static final Sql BY_RANK = Sql.of("order by score desc, published_at desc, post_id desc limit ?)");

    private static final Sql BY_TIME = Sql.of("""
            , edge as (select false as more, now() as low_at, 0::bigint as low_id),
            page as materialized (select h.*, 0::float8 as score from hits h order by h.published_at desc, h.post_id desc limit ?)""");

    private static final Sql SHOWN = Sql.of("""
            select e.more, e.low_at, e.low_id, g.score, v.*,
              search_snippet(v.title, v.language, t.shown, t.runs, 'HighlightAll=true') as marked_title,
              search_snippet(s.content, s.language, t.shown, t.runs,
                'MaxFragments=2, MaxWords=40, MinWords=15, ShortWord=0, FragmentDelimiter=" … "') as marked_text
            from edge e cross join terms t left join (page g join post_search s on s.post_id = g.post_id join (""")
            .then(PostQueries.VIEW)
            .then(Sql.of(
                    ") as v on v.id = g.post_id) on true order by g.score desc, g.published_at desc, g.post_id desc"));

    private PostHits() {}

    /**
     * Some hits in their order.
     *
     * @param more   whether there are older hits than those that were ranked
     * @param lowest the oldest ranked hit
     */
    record Found(List<PostHit> hits, boolean more, Spot lowest) {}

    private static Statement between(Wanted wanted, Spot upper, Spot lower, int most) {
        var filter = wanted.filter();
        return HITS.with(
                wanted.typed(),
                filter.language(),
                wanted.names(),
                filter.author(),
                upper.at(),
                upper.id(),
                lower.at(),
                lower.id(),
                filter.since(),
                filter.until(),
                most,
                wanted.viewer(),
                wanted.viewer());
    }

    /** The best of the newest hits at a time, one more than the limit. */
    static Future<Found> best(Reads reads, Wanted wanted, Instant asked, int limit) {
        var hits = between(wanted, Spot.latest(asked), Spot.EARLIEST, RANKED)
                .and(RANK)
                .and(BY_RANK, limit + 1);
        return found(reads, hits, wanted);
    }

    /** The next best of the same hits; some that were published before and came to light since may be among them. */
    static Future<Found> nextBest(Reads reads, Wanted wanted, SearchPlace.Ranked place, int limit) {
        var last = place.last();
        var hits = between(wanted, Spot.latest(place.asked()), place.lowest(), 2 * RANKED)
                .and(RANK)
                .and(AFTER, place.score(), last.at(), last.id())
                .and(BY_RANK, limit + 1);
        return found(reads, hits, wanted);
    }

    /** The newest hits before a spot, one more than the limit. */
    static Future<Found> newest(Reads reads, Wanted wanted, Spot before, int limit) {
        return found(reads, between(wanted, before, Spot.EARLIEST, limit).and(BY_TIME, limit + 1), wanted);
    }

    private static Future<Found> found(Reads reads, Statement hits, Wanted wanted) {
        return reads.list(hits.and(SHOWN, wanted.viewer()), PostHits::line).map(PostHits::found);
    }

    private static Found found(List<Line> lines) {
        var hits = lines.stream().flatMap(line -> line.hit().stream()).toList();
        return lines.isEmpty()
                ? new Found(hits, false, Spot.EARLIEST)
                : new Found(hits, lines.get(0).more(), lines.get(0).lowest());
    }

    /** @param hit nothing where only the edge was found */
    private record Line(Optional<PostHit> hit, boolean more, Spot lowest) {}

    private static Line line(Row row) {
        var hit = row.getLong("id") == null ? Optional.<PostHit>empty() : Optional.of(hit(row));
        return new Line(hit, row.getBoolean("more"), new Spot(Rows.time(row, "low_at"), row.getLong("low_id")));
    }

    private static PostHit hit(Row row) {
        var title = row.getString("marked_title");
        return new PostHit(
                PostQueries.view(row),
                title == null ? null : Marked.html(title),
                Marked.html(row.getString("marked_text")),
                row.getDouble("score"));
    }
}
