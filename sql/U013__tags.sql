set local lock_timeout = '5s';

drop table popular_tag;
drop table tag_follow;
