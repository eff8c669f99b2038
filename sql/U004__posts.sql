-- Takes back V004: every post with its slugs, tags, revisions and counters.
set local lock_timeout = '5s';

drop function post_visible(bigint, timestamptz, text, text, bigint);
drop table post_stat;
drop table post_revision;
drop table post_tag;
drop table slug;
drop table post;
