set local lock_timeout = '5s';

delete from post_search;
