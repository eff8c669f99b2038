set local lock_timeout = '5s';

drop table suggested_account;
drop table trending_post;
