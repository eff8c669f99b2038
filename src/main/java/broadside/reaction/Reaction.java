package broadside.reaction;

import broadside.kit.db.Sql;
import org.jspecify.annotations.Nullable;

/**
 * What somebody can do with a post once, and take back.
 *
 * @param given  the event of a post that got it
 * @param taken  the event of a post that lost it
 * @param put    takes post, account and time; touches no row where it is there already
 * @param remove takes post and account; touches no row where there is none
 * @param up     counts one more of a post; null: it is not counted
 * @param down   counts one less of a post; null: it is not counted
 */
record Reaction(
        String given,
        String taken,
        Sql put,
        Sql remove,
        @Nullable Sql up,
        @Nullable Sql down) {
    static final Reaction LIKE = new Reaction(
            "post.liked",
            "post.unliked",
            Sql.of("insert into post_like (post_id, account_id, at) values (?, ?, ?) on conflict do nothing"),
            Sql.of("delete from post_like where post_id = ? and account_id = ?"),
            Sql.of("""
                    insert into post_stat as s (post_id, likes) values (?, 1)
                    on conflict (post_id) do update set likes = s.likes + 1"""),
            Sql.of("update post_stat set likes = likes - 1 where post_id = ?"));

    static final Reaction BOOKMARK = new Reaction(
            "post.bookmarked",
            "post.unbookmarked",
            Sql.of("insert into bookmark (post_id, account_id, at) values (?, ?, ?) on conflict do nothing"),
            Sql.of("delete from bookmark where post_id = ? and account_id = ?"),
            null,
            null);

    static final Reaction REPOST = new Reaction(
            "post.reposted",
            "post.unreposted",
            Sql.of("""
                    insert into entry (post_id, actor_id, at, repost, reply)
                    select p.id, who.id, who.at, true, p.parent_id is not null
                    from (values (?::bigint, ?::bigint, ?::timestamptz)) as who (post_id, id, at) join post p on p.id = who.post_id
                    on conflict do nothing"""),
            Sql.of("delete from entry where post_id = ? and actor_id = ? and repost"),
            Sql.of("""
                    insert into post_stat as s (post_id, reposts) values (?, 1)
                    on conflict (post_id) do update set reposts = s.reposts + 1"""),
            Sql.of("update post_stat set reposts = reposts - 1 where post_id = ?"));
}
