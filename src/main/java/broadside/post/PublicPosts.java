package broadside.post;

import broadside.kit.db.Reads;
import broadside.kit.db.Rows;
import broadside.kit.db.Sql;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;

/**
 * All posts that are for everybody, replies aside, in parts of bounded size. A part is a range of ids, so that no post ever moves from
 * one to another, whatever else is written or deleted.
 */
public final class PublicPosts {
    /** How many ids make a part. */
    public static final int IN_PART = 2_000;

    /** From the first post of a part to the first one after it: as many steps in the index of ids as there are parts. */
    private static final Sql PARTS = Sql.of("""
            with recursive first as (
              (select p.id from visible_post(null) p
                where p.status = 'published' and p.visibility = 'public' and p.parent_id is null order by p.id limit 1)
              union all
              select (select p.id from visible_post(null) p where p.id >= (first.id / 2000 + 1) * 2000
                and p.status = 'published' and p.visibility = 'public' and p.parent_id is null order by p.id limit 1)
              from first where first.id is not null)
            select id / 2000 + 1 as part from first where id is not null limit ?""");

    /** By its ancestors: told that there is no parent, the planner would walk through the whole index of public posts instead. */
    private static final Sql PART = Sql.of("""
            select p.id, greatest(p.published_at, p.updated_at) as changed_at from visible_post(null) p
            where p.id >= ? and p.id < ? and p.status = 'published' and p.visibility = 'public' and cardinality(p.ancestors) = 0
            order by p.id""");

    private PublicPosts() {}

    /** A post and when it last changed. */
    public record Dated(long id, Instant changedAt) {}

    /** The numbers, from 1 on, of the first parts with anything in them. */
    public static Future<List<Long>> parts(Reads reads, int most) {
        return reads.list(PARTS.with(most), row -> row.getLong("part"));
    }

    /** What is in the part of this number, by id; nothing where there is none. */
    public static Future<List<Dated>> part(Reads reads, long number) {
        if (number > Long.MAX_VALUE / IN_PART) {
            return Future.succeededFuture(List.of());
        }
        return reads.list(
                PART.with((number - 1) * IN_PART, number * IN_PART),
                row -> new Dated(row.getLong("id"), Rows.time(row, "changed_at")));
    }
}
