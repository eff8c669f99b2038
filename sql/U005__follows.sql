set local lock_timeout = '5s';

drop function heard_post;
drop function heard_account;
drop function visible_post;
drop function visible_account;
drop table mute;
drop table block;
drop table follow_request;
drop table follow;
alter table account drop column locked;

create function post_visible(
  author_id bigint, author_suspended_at timestamptz, status text, visibility text, viewer_id bigint
) returns boolean language sql immutable parallel safe
return author_id is not distinct from viewer_id
    or (status = 'published' and visibility = 'public' and author_suspended_at is null);
