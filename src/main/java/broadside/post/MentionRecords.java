package broadside.post;

import broadside.kit.db.Sql;
import broadside.kit.event.Outbox;

/**
 * What a change of a post means for those it mentions, and the events it leaves: parts of the statement of {@link PostRecords}. Of a
 * mention is told once, as soon as the mentioned account sees the post; never of one's own, and to nobody who has muted the author.
 */
final class MentionRecords {
    /** Of a post that mentions nobody: the event of the change. */
    static final Sql NOBODY = Sql.of(", told as (")
            .then(Outbox.INSERT)
            .then(Sql.of("select c.kind, p.author_id, 'post', p.id, c.data from p, change c"))
            .then(Outbox.NOTIFY)
            .then(Sql.of(")"));

    /** Where "mentions" is null they stay who they are. Accounts are locked in the order of their ids, so that they stay there. */
    private static final Sql PEOPLE = Sql.of("""
            , wanted as (
              select m.account_id, m.position::bigint from mention m, change c where c.mentions is null and m.post_id = c.post_id
              union all
              select w.id, w.position from change c, unnest(c.mentions) with ordinality as w (id, position)),
            people as (
              select a.id, w.position from wanted w join account a on a.id = w.account_id order by a.id for key share of a),
            addressed as (
              select s.id, s.position, s.id <> p.author_id and coalesce((
                select true from heard_post(s.id) h where h.id = p.id and h.status = 'published'), false) as reached
              from people s, p),
            unmentioned as (
              delete from mention m using change c where m.post_id = c.post_id and m.account_id <> all (c.mentions)),
            mentioned as (
              insert into mention (post_id, account_id, position, published_at, told)
              select p.id, s.id, s.position, case p.status when 'published' then p.published_at end, s.reached
              from addressed s, p
              on conflict (post_id, account_id) do update
              set position = excluded.position, published_at = excluded.published_at, told = mention.told or excluded.told
              where (mention.position, mention.published_at, mention.told)
                is distinct from (excluded.position, excluded.published_at, mention.told or excluded.told)),""");

    private static final Sql NEWS = Sql.of("""
            select kind, author_id, 'post', post_id, data from (
              select 0 as place, c.kind, p.author_id, p.id as post_id, c.data from p, change c
              union all
              select s.position, 'post.mentioned', p.author_id, p.id, jsonb_build_object('account', s.id) from addressed s, p
              where s.reached and not exists (
                select from mention m where m.post_id = p.id and m.account_id = s.id and m.told)) as news
            order by place""");

    /** Of any other post: who is mentioned now, and the event of the change before those of new mentions. */
    static final Sql SOMEBODY = PEOPLE.then(Sql.of("told as ("))
            .then(Outbox.INSERT)
            .then(NEWS)
            .then(Outbox.NOTIFY)
            .then(Sql.of(")"));

    private MentionRecords() {}
}
