-- Entries of the posts there are, a few thousand in each transaction, so that nobody waits. Not in a transaction; it can be repeated.
set lock_timeout = '5s';

do $$
declare
  last bigint := 0;
  newest bigint;
begin
  select coalesce(max(id), 0) into newest from post;
  while last < newest loop
    insert into entry (actor_id, at, post_id, reply, private)
    select author_id, published_at, id, parent_id is not null, visibility = 'private' from post
    where id > last and id <= last + 5000 and status = 'published'
    order by id on conflict do nothing;
    commit;
    last := last + 5000;
  end loop;
end
$$;

reset lock_timeout;
