-- Migrate: posts that were there before, a few at a time.
set lock_timeout = '5s';

do $$
declare
  last bigint := 0;
  newest bigint;
begin
  select coalesce(max(id), 0) into newest from post;
  while last < newest loop
    update post set words = cardinality(regexp_split_to_array(body, '\s+'))
    where id in (select id from post where id > last and id <= last + 100 order by id for no key update);
    commit;
    last := last + 100;
  end loop;
end
$$;

alter table post validate constraint post_words_counted;
drop index concurrently if exists post_words;
create index concurrently post_words on post (words, id);

reset lock_timeout;
