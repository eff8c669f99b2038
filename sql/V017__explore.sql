-- What is worth a look, computed in the background. Each computation is a ranking of its own, whole from one commit on, and is
-- kept for an hour, so that somebody who reads page after page stays in one ranking.
set local lock_timeout = '5s';

create table trending_post (
  computed_at timestamptz not null,
  rank        integer not null check (rank > 0),
  post_id     bigint not null references post on delete cascade,
  score       double precision not null,
  primary key (computed_at, rank)
);
create index trending_post_post on trending_post (post_id);

create table suggested_account (
  computed_at timestamptz not null,
  rank        integer not null check (rank > 0),
  account_id  bigint not null references account on delete cascade,
  score       double precision not null,
  primary key (computed_at, rank)
);
create index suggested_account_account on suggested_account (account_id);
