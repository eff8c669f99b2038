-- Somebody has written a post meanwhile; entries of the older ones are still to come.
insert into post (author_id, body, html, excerpt, reading_minutes, language, tags, status, visibility, published_at, created_at, updated_at)
select 1, text, '<p>new</p>', left(text, 80), 1, language, '{}', 'published', 'public', now(), now(), now() from sample.note where number = 1;
update account_stat set posts = posts + 1 where account_id = 1;
insert into entry (actor_id, at, post_id) select author_id, published_at, id from post order by id desc limit 1;
