package broadside.search;

import broadside.kit.db.Reads;
import broadside.kit.db.Rows;
import broadside.kit.db.Sql;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tags by how they begin, those of posts one may see, in the order of their letters. */
final class TagHits {
    /** Stands in the SQL too. */
    private static final int STEPS = 1_000;

    /** Steps from tag to tag in the index, so many at most, and looks for the newest visible post of each. */
    private static final Sql NEXT = Sql.of("""
            with recursive given (prefix, last) as (values (?::text, ?::text)),
            tags (tag, step) as (
              (select t.tag collate "C", 1 from post_tag t
               where t.published_at is not null and t.tag collate "C" >= (select prefix from given)
                 and t.tag collate "C" > (select last from given)
               order by t.tag collate "C" limit 1)
              union all
              select n.tag, tags.step + 1 from tags cross join lateral (
                select t.tag collate "C" as tag from post_tag t
                where t.published_at is not null and t.tag collate "C" > tags.tag order by t.tag collate "C" limit 1) n
              where starts_with(tags.tag, (select prefix from given)) and tags.step < 1000)
            select tags.tag, tags.step, v.published_at from tags left join lateral (
              select t.published_at from post_tag t join heard_post(?) p on p.id = t.post_id
              where t.tag = tags.tag and t.published_at is not null and p.status = 'published'
              order by t.published_at desc, t.post_id desc limit 1) v on true
            where starts_with(tags.tag, (select prefix from given)) and (v.published_at is not null or tags.step = 1000)
            order by tags.tag limit ?""");

    private TagHits() {}

    /** @param next the tag to go on after; null: there are no more */
    record Found(List<TagHit> hits, @Nullable String next) {}

    private record Step(String tag, int number, @Nullable TagHit hit) {}

    /** @param after a tag, or nothing to begin */
    static Future<Found> next(Reads reads, String prefix, String after, @Nullable Long viewer, int limit) {
        return reads.list(NEXT.with(prefix, after, viewer, limit + 1), TagHits::step)
                .map(steps -> found(steps, limit));
    }

    private static Step step(Row row) {
        var latest = Rows.instant(row, "published_at");
        var tag = row.getString("tag");
        return new Step(tag, row.getInteger("step"), latest == null ? null : new TagHit(tag, latest));
    }

    private static Found found(List<Step> steps, int limit) {
        var page = steps.subList(0, Math.min(limit, steps.size()));
        var tired = !steps.isEmpty() && steps.get(steps.size() - 1).number() == STEPS;
        var more = steps.size() > limit || tired;
        return new Found(
                page.stream().flatMap(step -> Stream.ofNullable(step.hit())).toList(),
                more && !page.isEmpty() ? page.get(page.size() - 1).tag() : null);
    }
}
