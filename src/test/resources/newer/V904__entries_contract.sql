-- Contract: no program from before entries runs any more, and all others write them.
set local lock_timeout = '150ms';

drop trigger post_edited_for_entries on post;
drop trigger post_written_for_entries on post;
drop function post_entered;
