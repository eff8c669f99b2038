-- Replies: posts that stand under others.
set local lock_timeout = '5s';

-- The posts a reply stands under, from the first of the thread to the one it answers (parent_id). A post can go while replies
-- stand under it: its id stays in them, and with it their place in the thread. So parent_id points at what may be gone.
alter table post drop constraint post_parent_id_fkey;
alter table post
  add column ancestors       bigint[] not null default '{}',
  add column replies_from    text not null default 'anyone',
  add column reply_hidden_by bigint;
alter table post
  add constraint post_ancestors_end_with_parent check (
    cardinality(ancestors) <= 100 and ancestors[cardinality(ancestors)] is not distinct from parent_id) not valid,
  add constraint post_replies_from_known check (replies_from = any (array['anyone', 'followers', 'nobody'])) not valid,
  add constraint post_reply_is_note check (parent_id is null or title is null) not valid;

-- Posts the viewer may see: one's own; else published, by somebody she may see, and public or for followers, of whom she is one.
-- A reply is moreover for those only whom every post above it is for, as far as those are still there, and not for others when it
-- was hidden by the author of one of them.
create or replace function visible_post(viewer_id bigint) returns setof post language sql stable parallel safe as $$
  select p.* from post p join visible_account(viewer_id) a on a.id = p.author_id
  where p.author_id = viewer_id
     or p.status = 'published'
        and (p.visibility = 'public' or p.visibility = 'followers' and coalesce((
          select true from follow f where f.follower_id = viewer_id and f.followed_id = p.author_id), false))
        and (p.parent_id is null
          or (p.reply_hidden_by is null or p.reply_hidden_by = viewer_id)
            and coalesce((
              select bool_and(coalesce(x.visibility = 'public' or x.author_id = viewer_id
                or x.visibility = 'followers' and (
                  select true from follow f where f.follower_id = viewer_id and f.followed_id = x.author_id), false))
              from post x where x.id = any (p.ancestors)), true))
$$;
