-- What people do with posts: likes and bookmarks; a repost is an entry. Each is put once by an account; the time orders the lists.
set local lock_timeout = '5s';

create table post_like (
  post_id    bigint not null references post on delete cascade,
  account_id bigint not null references account on delete cascade,
  at         timestamptz not null,
  primary key (post_id, account_id)
);
create index post_like_newest on post_like (post_id, at desc, account_id desc);
create index post_like_of_account on post_like (account_id, at desc, post_id desc);

create table bookmark (
  post_id    bigint not null references post on delete cascade,
  account_id bigint not null references account on delete cascade,
  at         timestamptz not null,
  primary key (post_id, account_id)
);
create index bookmark_of_account on bookmark (account_id, at desc, post_id desc);
