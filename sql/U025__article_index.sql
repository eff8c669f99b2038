set local lock_timeout = '5s';

drop index post_article;
