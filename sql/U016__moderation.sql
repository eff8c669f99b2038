set local lock_timeout = '5s';

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

drop table audit;
drop function audit_is_kept();
drop table report;
alter table post drop column hidden_at;
