set local lock_timeout = '5s';

drop table series_post;
drop table series;
