set local lock_timeout = '5s';

drop trigger post_edited_for_entries on post;
drop trigger post_written_for_entries on post;
drop function post_entered;
