package broadside.timeline;

import broadside.kit.db.Sql;

/**
 * The walk through the entries of oneself and of those one follows: which of them are on a page. It looks for the next entry of
 * each one followed, which is one probe of an index; takes those who have the next ones; reads their entries no farther than the
 * last of these; and asks of each whether it is to be shown. Only where so many are not that the page is not full it goes on from
 * there. So the cost follows how many one follows, and not how much was ever written.
 *
 * <p>An entry is shown unless the same post has a later one by somebody followed: a repost, or, where clocks differ, its own. Page after page the answer is the same: whom one
 * follows and what was reposted since the first page ({@code as_of}) does not count.
 */
final class HomeWalk {
    private static final Sql OLDER = Sql.of("and (e.at, e.id) < (w.at, w.id)");
    private static final Sql NEWER = Sql.of("and (e.at, e.id) > (w.at, w.id)");
    private static final Sql ENTRY_DOWN = Sql.of("order by e.at desc, e.id desc limit");
    private static final Sql ENTRY_UP = Sql.of("order by e.at, e.id limit");

    private static final Sql BEGIN = Sql.of("""
            with recursive asked as (
              select ?::bigint as viewer, coalesce(?::timestamptz, 'infinity') as as_of,
                coalesce(?::timestamptz, 'infinity') as at, coalesce(?::bigint, 0) as id, ?::bigint as most),
            walk (posts, actors, times, ids, reposts, found, at, id, more) as (
              select '{}'::bigint[], '{}'::bigint[], '{}'::timestamptz[], '{}'::bigint[], '{}'::boolean[], 0::bigint, at, id, true
              from asked
              union all
              select r.posts, r.actors, r.times, r.ids, r.reposts, w.found + r.found, r.at, r.id, r.entries >= asked.most + 10
              from walk w cross join asked cross join lateral (
                select array_agg(u.post_id) filter (where u.shown) as posts,
                  array_agg(u.actor_id) filter (where u.shown) as actors,
                  array_agg(u.at) filter (where u.shown) as times,
                  array_agg(u.id) filter (where u.shown) as ids,
                  array_agg(u.repost) filter (where u.shown) as reposts,
                  count(*) filter (where u.shown) as found,
                  count(*) as entries,""");
    private static final Sql LAST_DOWN = Sql.of("""
                  (array_agg(u.at order by u.at, u.id))[1] as at, (array_agg(u.id order by u.at, u.id))[1] as id""");
    private static final Sql LAST_UP = Sql.of("""
                  (array_agg(u.at order by u.at desc, u.id desc))[1] as at,
                  (array_agg(u.id order by u.at desc, u.id desc))[1] as id""");

    /** Its "offset 0" keeps the question from being asked once for each aggregate. */
    private static final Sql SHOWN = Sql.of("""
                from (
                  select e.*,
                    exists (
                      select from heard_post(asked.viewer) p
                      where p.id = e.post_id and p.status = 'published' and not (e.repost and exists (
                        select from entry n
                        where n.post_id = p.id and n.actor_id = p.author_id and not n.repost
                          and (n.at, n.id) > (e.at, e.id) and n.at <= asked.as_of
                          and (n.actor_id = asked.viewer or (
                            select f.created_at from follow f
                            where f.follower_id = asked.viewer and f.followed_id = n.actor_id) <= asked.as_of))))
                    and not exists (
                      select from entry n
                      where n.post_id = e.post_id and n.repost and (n.at, n.id) > (e.at, e.id) and n.at <= asked.as_of
                        and (n.actor_id = asked.viewer or (
                          select f.created_at from follow f
                          where f.follower_id = asked.viewer and f.followed_id = n.actor_id) <= asked.as_of)
                        and exists (select from heard_account(asked.viewer) a where a.id = n.actor_id)) as shown
                  from (
                    select e.* from (
                      select h.actor_id,""");

    private static final Sql EDGE_DOWN =
            Sql.of("case when count(*) over () < asked.most + 10 then '-infinity' else min(h.at) over () end as edge");
    private static final Sql EDGE_UP =
            Sql.of("case when count(*) over () < asked.most + 10 then 'infinity' else max(h.at) over () end as edge");
    private static final Sql HEADS = Sql.of("""
                      from (
                        select h.actor_id, h.at from (
                          select f.followed_id as actor_id, e.at, e.id from follow f cross join lateral (
                            select e.at, e.id from entry e where e.actor_id = f.followed_id and not e.private""");
    private static final Sql OWN_HEAD = Sql.of("""
                            1) e
                          where f.follower_id = asked.viewer and f.created_at <= asked.as_of
                          union all
                          select asked.viewer, e.at, e.id from (
                            select e.at, e.id from entry e where e.actor_id = asked.viewer""");
    private static final Sql HEARD_DOWN = Sql.of("""
                            1) e
                          order by 2 desc, 3 desc) h
                        cross join lateral (select from heard_account(asked.viewer) a where a.id = h.actor_id offset 0) a
                        order by h.at desc, h.id desc limit asked.most + 10) h) h""");
    private static final Sql HEARD_UP = Sql.of("""
                            1) e
                          order by 2, 3) h
                        cross join lateral (select from heard_account(asked.viewer) a where a.id = h.actor_id offset 0) a
                        order by h.at, h.id limit asked.most + 10) h) h""");
    private static final Sql ENTRIES = Sql.of("""
                    cross join lateral (
                      (select e.actor_id, e.at, e.id, e.post_id, e.repost from entry e
                       where e.actor_id = h.actor_id and not e.private""");
    private static final Sql OWN_PRIVATE = Sql.of("""
                       asked.most + 10)
                      union all
                      (select e.actor_id, e.at, e.id, e.post_id, e.repost from entry e
                       where h.actor_id = asked.viewer and e.actor_id = h.actor_id and e.private""");
    private static final Sql WITHIN_DOWN = Sql.of("and e.at >= h.edge");
    private static final Sql WITHIN_UP = Sql.of("and e.at <= h.edge");
    private static final Sql MERGED = Sql.of("asked.most + 10)) e");
    private static final Sql END = Sql.of("""
                    asked.most + 10) e
                  offset 0) u) r
              where w.more and w.found < asked.most),
            picked as (
              select e.* from walk
              cross join lateral unnest(posts, actors, times, ids, reposts) as e (post_id, actor_id, at, id, repost)""");
    private static final Sql PICKED = Sql.of("(select most from asked))");

    private HomeWalk() {}

    /** Takes the viewer, the time of the first page, a position (null: the newest) and how many; leaves them in {@code picked}. */
    static Sql older(Sql which) {
        var past = which.then(OLDER);
        return BEGIN.then(LAST_DOWN)
                .then(SHOWN)
                .then(EDGE_DOWN)
                .then(HEADS)
                .then(past)
                .then(ENTRY_DOWN)
                .then(OWN_HEAD)
                .then(past)
                .then(ENTRY_DOWN)
                .then(HEARD_DOWN)
                .then(entries(past.then(WITHIN_DOWN), ENTRY_DOWN));
    }

    /** The same the other way: those that come before the position, the nearest first. */
    static Sql newer(Sql which) {
        var past = which.then(NEWER);
        return BEGIN.then(LAST_UP)
                .then(SHOWN)
                .then(EDGE_UP)
                .then(HEADS)
                .then(past)
                .then(ENTRY_UP)
                .then(OWN_HEAD)
                .then(past)
                .then(ENTRY_UP)
                .then(HEARD_UP)
                .then(entries(past.then(WITHIN_UP), ENTRY_UP));
    }

    private static Sql entries(Sql within, Sql order) {
        return ENTRIES.then(within)
                .then(order)
                .then(OWN_PRIVATE)
                .then(within)
                .then(order)
                .then(MERGED)
                .then(order)
                .then(END)
                .then(order)
                .then(PICKED);
    }
}
