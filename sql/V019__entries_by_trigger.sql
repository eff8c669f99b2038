-- Expand. A program from before entries (V006) goes on publishing while a newer one runs beside it, and knows of none: its posts
-- would be missing from home for good. From here on the database writes the entry of a post, whoever writes the post; programs that
-- write it themselves find it there. When no program from before V006 can run any more, the triggers may go.
set local lock_timeout = '150ms';

create function post_entered() returns trigger language plpgsql as $$
begin
  if new.status = 'published' then
    insert into entry (actor_id, at, post_id, reply, private)
    values (new.author_id, new.published_at, new.id, new.parent_id is not null, new.visibility = 'private')
    on conflict (post_id, actor_id, repost) do update set private = excluded.private
    where entry.private <> excluded.private;
  else
    delete from entry e where e.post_id = new.id and e.actor_id = new.author_id and not e.repost;
  end if;
  return null;
end $$;

create trigger post_written_for_entries after insert on post
  for each row when (new.status = 'published') execute function post_entered();
create trigger post_edited_for_entries after update on post
  for each row when ((old.status, old.visibility) is distinct from (new.status, new.visibility)) execute function post_entered();
