set local lock_timeout = '5s';

create or replace function heard_account(viewer_id bigint) returns setof account language sql stable parallel safe as $$
  select a.* from visible_account(viewer_id) a
  where (select true from mute m where m.account_id = viewer_id and m.muted_id = a.id) is null
$$;

create or replace function heard_post(viewer_id bigint) returns setof post language sql stable parallel safe as $$
  select p.* from visible_post(viewer_id) p
  where (select true from mute m where m.account_id = viewer_id and m.muted_id = p.author_id) is null
$$;
