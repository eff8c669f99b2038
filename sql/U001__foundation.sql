-- Takes back V001: events, kept answers, mail that waits, the keys of this database.
set local lock_timeout = '5s';

drop table secret;
drop table mail;
drop table idempotency;
drop table event;
