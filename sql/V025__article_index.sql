-- Articles of all authors in order of time, whoever may see them. Outside a transaction, so that nobody waits.
set lock_timeout = '5s';

drop index concurrently if exists post_article;
create index concurrently post_article on post (published_at desc, id desc)
  where status = 'published' and parent_id is null and title is not null;

reset lock_timeout;
