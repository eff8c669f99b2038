-- Whom posts mention. Resolved when a body is written; posts from before have no rows until their body is edited.
set local lock_timeout = '5s';

-- position is the place among the post's mentions; published_at is the post's while it is published; told is whether the account
-- was sent word, which happens once.
create table mention (
  post_id      bigint not null references post on delete cascade,
  account_id   bigint not null references account on delete cascade,
  position     smallint not null check (position between 1 and 20),
  published_at timestamptz,
  told         boolean not null,
  primary key (post_id, account_id)
);
create index mention_of_account on mention (account_id, published_at desc, post_id desc);
