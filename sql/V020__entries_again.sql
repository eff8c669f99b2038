-- Migrate. Entries of the posts that older programs have published since V007, a thousand posts in each transaction. A post that is
-- being changed is waited for, so that no entry comes of what it was a moment ago. Not in a transaction; it can be repeated.
set lock_timeout = '5s';

do $$
declare
  last bigint := 0;
  batch bigint[];
begin
  loop
    batch := array(select id from post where id > last order by id limit 1000);
    exit when cardinality(batch) = 0;
    insert into entry (actor_id, at, post_id, reply, private)
    select author_id, published_at, id, parent_id is not null, visibility = 'private'
    from (
      select p.* from post p where p.id = any (batch) and p.status = 'published'
        and not exists (select from entry e where e.post_id = p.id and e.actor_id = p.author_id and not e.repost)
      order by p.id for no key update) as missing
    on conflict do nothing;
    commit;
    last := batch[cardinality(batch)];
  end loop;
end
$$;

reset lock_timeout;
