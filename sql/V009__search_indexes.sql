-- Prefixes and likeness of names and tags. Outside a transaction, so that nobody waits.
set lock_timeout = '5s';

drop index concurrently if exists account_search;
create index concurrently account_search on account using gin (search_name(username, display_name) gin_trgm_ops);
drop index concurrently if exists post_tag_prefix;
create index concurrently post_tag_prefix on post_tag (tag collate "C", published_at desc, post_id desc)
  where published_at is not null;

reset lock_timeout;
