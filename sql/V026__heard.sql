set local lock_timeout = '5s';

-- "… is null" the planner takes for so rare that the cost of one post hides which way of joining its author is the cheaper one: it
-- went through all accounts for a page of twenty.
create or replace function heard_account(viewer_id bigint) returns setof account language sql stable parallel safe as $$
  select a.* from visible_account(viewer_id) a
  where not coalesce((select true from mute m where m.account_id = viewer_id and m.muted_id = a.id), false)
$$;

create or replace function heard_post(viewer_id bigint) returns setof post language sql stable parallel safe as $$
  select p.* from visible_post(viewer_id) p
  where not coalesce((select true from mute m where m.account_id = viewer_id and m.muted_id = p.author_id), false)
$$;
