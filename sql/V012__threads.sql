-- One statement at a time, outside a transaction, so that nobody waits for the walk through the posts. It may be run again
-- where it ended half-way: an index that was not finished is made anew.
set lock_timeout = '5s';

alter table post validate constraint post_ancestors_end_with_parent;
alter table post validate constraint post_replies_from_known;
alter table post validate constraint post_reply_is_note;

-- A thread in the order in which it is read: what stands under a post comes right after it. All that stands under it is one range.
drop index concurrently if exists post_thread;
create index concurrently post_thread on post (array_append(ancestors, id)) where parent_id is not null;
-- Replies to one post, newest first.
drop index concurrently if exists post_replies;
create index concurrently post_replies on post (parent_id, published_at desc, id desc)
  where parent_id is not null and status = 'published';
-- The lists that hold replies too.
drop index concurrently if exists post_public_with_replies;
create index concurrently post_public_with_replies on post (published_at desc, id desc)
  where status = 'published' and visibility = 'public';
drop index concurrently if exists post_by_author_with_replies;
create index concurrently post_by_author_with_replies on post (author_id, published_at desc, id desc)
  where status = 'published';

reset lock_timeout;
