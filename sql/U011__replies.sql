set local lock_timeout = '5s';

create or replace function visible_post(viewer_id bigint) returns setof post language sql stable parallel safe as $$
  select p.* from post p join visible_account(viewer_id) a on a.id = p.author_id
  where p.author_id = viewer_id
     or p.status = 'published' and (p.visibility = 'public' or p.visibility = 'followers' and coalesce((
          select true from follow f where f.follower_id = viewer_id and f.followed_id = p.author_id), false))
$$;
alter table post
  drop constraint post_reply_is_note,
  drop constraint post_replies_from_known,
  drop constraint post_ancestors_end_with_parent;
update post p set parent_id = null
where parent_id is not null and not exists (select from post parent where parent.id = p.parent_id);
alter table post
  drop column reply_hidden_by,
  drop column replies_from,
  drop column ancestors;
alter table post add constraint post_parent_id_fkey foreign key (parent_id) references post on delete set null;
