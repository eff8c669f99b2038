-- A program from before entries publishes: the database writes the entry.
insert into post (author_id, body, html, excerpt, reading_minutes, language, tags, status, visibility, published_at, created_at, updated_at)
select 1, text, '<p>late</p>', left(text, 80), 1, language, '{}', 'published', 'public', now(), now(), now() from sample.note where number = 2;
update account_stat set posts = posts + 1 where account_id = 1;
-- One that it published before that has none yet.
delete from entry where not repost and post_id = (select min(id) from post where status = 'published' and parent_id is null);
