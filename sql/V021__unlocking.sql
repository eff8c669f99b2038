-- Accounts that were unlocked, while those who wait for them are still to be accepted.
set local lock_timeout = '5s';

create table unlocking (
  account_id bigint primary key references account on delete cascade,
  at         timestamptz not null default clock_timestamp()
);
create index unlocking_next on unlocking (at);
