-- Takes back V002: people and their names.
set local lock_timeout = '5s';

drop table account_stat;
drop table account_name;
drop table account;
