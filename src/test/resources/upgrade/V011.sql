-- Replies to replies, one of them hidden.
insert into post (author_id, parent_id, ancestors, body, html, excerpt, reading_minutes, language, tags, status, visibility, published_at,
  created_at, updated_at)
select 3, p.id, array[p.id], n.text, '<p>reply</p>', left(n.text, 80), 1, n.language, '{}', 'published', 'public', now(), now(), now()
from sample.note n join post p on p.id = n.number where n.number between 1 and 3;
update post set reply_hidden_by = 2 where parent_id = 1;
update post set replies_from = 'followers' where id = 8;
insert into post_stat (post_id, replies) select parent_id, 1 from post where parent_id is not null
on conflict (post_id) do update set replies = 1;
insert into entry (actor_id, at, post_id, reply) select author_id, published_at, id, true from post where parent_id is not null;
