set local lock_timeout = '5s';

delete from entry where repost;
drop table bookmark;
drop table post_like;
update post_stat set likes = 0, reposts = 0 where likes <> 0 or reposts <> 0;
