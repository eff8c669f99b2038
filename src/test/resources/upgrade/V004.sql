-- A post of every note: each fifth an article, each seventh a draft, some for followers, some private.
insert into post (author_id, title, slug, summary, body, html, excerpt, reading_minutes, language, tags, status, visibility,
  published_at, created_at, updated_at)
select 1 + number % 20,
  case when number % 5 = 0 then left(text, 60) end,
  case when number % 5 = 0 then 'article-' || number end,
  case when number % 5 = 0 then language end,
  text, '<p>' || number || '</p>', left(text, 80), 1, language, array[language, 'sample'],
  case when number % 7 = 0 then 'draft' else 'published' end,
  case when number % 11 = 0 then 'private' when number % 9 = 0 then 'followers' else 'public' end,
  case when number % 7 > 0 then now() - number * interval '1 minute' end, now() - number * interval '2 minutes', now()
from sample.note;
insert into slug (slug, post_id) select slug, id from post where slug is not null;
insert into slug (slug, post_id) select 'once-' || slug, id from post where slug is not null;
insert into post_tag (post_id, tag, author_id, published_at) select id, unnest(tags), author_id, published_at from post;
insert into post_revision (post_id, number, title, summary, body, language, tags, cover_url, created_at)
select id, 1, title, summary, body, language, tags, cover_url, created_at from post;
insert into post_stat (post_id) select id from post where id % 3 = 0;
update account_stat s set posts = (
  select count(*) from post p
  where p.author_id = s.account_id and p.status = 'published' and p.visibility = 'public' and p.parent_id is null);
