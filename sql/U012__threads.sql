-- The constraints are as they were: for new rows only.
set local lock_timeout = '5s';

drop index post_by_author_with_replies;
drop index post_public_with_replies;
drop index post_replies;
drop index post_thread;

alter table post
  drop constraint post_ancestors_end_with_parent,
  drop constraint post_replies_from_known,
  drop constraint post_reply_is_note;
alter table post
  add constraint post_ancestors_end_with_parent check (
    cardinality(ancestors) <= 100 and ancestors[cardinality(ancestors)] is not distinct from parent_id) not valid,
  add constraint post_replies_from_known check (replies_from = any (array['anyone', 'followers', 'nobody'])) not valid,
  add constraint post_reply_is_note check (parent_id is null or title is null) not valid;
