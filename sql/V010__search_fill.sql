-- Posts that were there before, two hundred at a time, so that whoever edits one meanwhile waits for a moment only; what is
-- written from now on the triggers take care of.
set lock_timeout = '5s';

do $$
declare
  last bigint := 0;
  batch bigint[];
begin
  loop
    batch := array(select id from post where id > last and status = 'published' order by id limit 200 for share);
    exit when cardinality(batch) = 0;
    perform search_again(id) from unnest(batch) as ids (id);
    last := batch[cardinality(batch)];
    commit;
  end loop;
end $$;

reset lock_timeout;
