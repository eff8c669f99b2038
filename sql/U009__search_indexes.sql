set local lock_timeout = '5s';

drop index post_tag_prefix;
drop index account_search;
