package broadside.post;

import broadside.kit.db.Sql;
import broadside.kit.db.Statement;
import broadside.kit.db.Tx;
import broadside.kit.event.Event;
import broadside.kit.event.Outbox;
import io.vertx.core.Future;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What follows from a post's row and is written after it in the same transaction: slug, tags, entry, revision, count, event. */
final class PostRecords {
    private static final Sql FOLLOW = Sql.of("""
            with change (post_id, tags, text_changed, counted, kind, data, mentions) as (
              values (?::bigint, ?::text[], ?::boolean, ?::integer, ?::text, ?::jsonb, ?::bigint[])),
            p as (select post.* from post join change on post.id = change.post_id),
            named as (
              update slug set post_id = p.id from p where slug.slug = p.slug and slug.post_id is null),
            untagged as (
              delete from post_tag t using change c where t.post_id = c.post_id and t.tag <> all (c.tags)),
            tagged as (
              insert into post_tag (post_id, tag, author_id, published_at)
              select p.id, unnest(c.tags), p.author_id, case p.status when 'published' then p.published_at end from p, change c
              on conflict (post_id, tag) do update set published_at = excluded.published_at
              where post_tag.published_at is distinct from excluded.published_at),
            entered as (
              insert into entry (actor_id, at, post_id, reply, private)
              select p.author_id, p.published_at, p.id, p.parent_id is not null, p.visibility = 'private'
              from p where p.status = 'published'
              on conflict (post_id, actor_id, repost) do update set private = excluded.private
              where entry.private <> excluded.private),
            withdrawn as (
              delete from entry e using p where p.status <> 'published'
                and e.post_id = p.id and e.actor_id = p.author_id and not e.repost),
            kept as (
              insert into post_revision (post_id, number, title, summary, body, language, tags, cover_url, created_at)
              select p.id, coalesce((select max(r.number) from post_revision r where r.post_id = p.id), 0) + 1,
                p.title, p.summary, p.body, p.language, p.tags, p.cover_url, p.updated_at
              from p, change c where c.text_changed)""");
    private static final Sql COUNT_POST = Sql.of("""
            update account_stat s set posts = s.posts + c.counted from p, change c
            where s.account_id = p.author_id and c.counted <> 0""");
    /** The parent may go at the same time: either it waits for the count or there is nothing to count at. */
    private static final Sql COUNT_REPLY = Sql.of("""
            insert into post_stat (post_id, replies)
            select parent.id, greatest(c.counted, 0) from p cross join change c
            cross join lateral (select post.id from post where post.id = p.parent_id for key share) parent
            where c.counted <> 0
            on conflict (post_id) do update set replies = post_stat.replies + (select counted from change)""");

    private static final Sql MORE_POSTS = Sql.of("update account_stat set posts = posts + ? where account_id = ?");
    private static final Sql MORE_REPLIES = Sql.of("""
            with more (number, parent) as (values (?::integer, ?::bigint)),
            kept as (select post.id from post, more where post.id = more.parent for key share of post)
            insert into post_stat (post_id, replies) select kept.id, greatest(more.number, 0) from kept, more
            on conflict (post_id) do update set replies = post_stat.replies + (select number from more)""");

    private PostRecords() {}

    /** @param mentioned whom it mentions, in order */
    static Future<Void> written(Tx tx, Post post, List<Long> mentioned) {
        return written(tx, post, post.draft().status().event(), mentioned);
    }

    /** What came from elsewhere is told of in other words, and the names in it are those of elsewhere. */
    static Future<Void> imported(Tx tx, Post post) {
        return written(tx, post, "post.imported", List.of());
    }

    private static Future<Void> written(Tx tx, Post post, String kind, List<Long> mentioned) {
        var mentions = mentioned.isEmpty() ? MentionRecords.NOBODY : MentionRecords.SOMEBODY;
        return follow(
                tx, post, mentions, new Change(event(post, kind, List.of()), true, post.counted() ? 1 : 0, mentioned));
    }

    /**
     * Writes what follows from a change.
     *
     * @param counted   whether the post was counted before
     * @param changes   names of members that differ
     * @param mentioned whom it mentions now; null: whom it did before
     */
    static Future<Void> changed(
            Tx tx, Post post, boolean counted, List<String> changes, @Nullable List<Long> mentioned) {
        var textChanged = changes.stream().anyMatch(PostText.MEMBERS::contains);
        var kind = changes.contains("status") ? post.draft().status().event() : "post.edited";
        int more = (post.counted() ? 1 : 0) - (counted ? 1 : 0);
        var change = new Change(event(post, kind, changes), textChanged, more, mentioned);
        return follow(tx, post, MentionRecords.SOMEBODY, change);
    }

    static Future<Void> removed(Tx tx, Post post) {
        return Outbox.add(tx, event(post, "post.deleted", List.of()))
                .compose(told -> count(tx, post, post.counted() ? -1 : 0));
    }

    /**
     * Counts what a change of nothing but its being hidden means.
     *
     * @param counted whether the post was counted before
     */
    static Future<Void> judged(Tx tx, Post post, boolean counted) {
        return count(tx, post, (post.counted() ? 1 : 0) - (counted ? 1 : 0));
    }

    private static Future<Void> count(Tx tx, Post post, int more) {
        return more == 0
                ? Future.succeededFuture()
                : tx.execute(more(more, post.parentId(), post.authorId())).mapEmpty();
    }

    private static Statement more(int more, @Nullable Long parent, long author) {
        return parent == null ? MORE_POSTS.with(more, author) : MORE_REPLIES.with(more, parent);
    }

    private record Change(
            Event event,
            boolean textChanged,
            int counted,
            @Nullable List<Long> mentioned) {}

    /** The count comes last: it is the one row that all who write at the same time wait for. */
    private static Future<Void> follow(Tx tx, Post post, Sql mentions, Change change) {
        var tags = PostTags.keys(post.draft().text().tags()).toArray(String[]::new);
        var people = change.mentioned() == null ? null : change.mentioned().toArray(Long[]::new);
        var event = change.event();
        var statement = FOLLOW.then(mentions).then(post.parentId() == null ? COUNT_POST : COUNT_REPLY);
        return tx.execute(statement.with(
                        post.id(), tags, change.textChanged(), change.counted(), event.kind(), event.data(), people))
                .mapEmpty();
    }

    private static Event event(Post post, String kind, List<String> changes) {
        var event = Event.of(kind, post.authorId(), "post", post.id());
        var parent = post.parentId();
        var placed = parent == null ? event : event.with("replyTo", parent);
        return changes.isEmpty() ? placed : placed.with("changed", changes);
    }
}
