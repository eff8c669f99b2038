-- Who follows, blocks and mutes whom; and who may see whom and what, which is decided here and nowhere else.
set local lock_timeout = '5s';

-- Whoever wants to follow a locked account has to ask.
alter table account add column locked boolean not null default false;

create table follow (
  follower_id bigint not null references account on delete cascade,
  followed_id bigint not null references account on delete cascade,
  created_at  timestamptz not null,
  primary key (follower_id, followed_id),
  constraint follow_another check (follower_id <> followed_id)
);
create index follow_following on follow (follower_id, created_at desc, followed_id desc);
create index follow_followers on follow (followed_id, created_at desc, follower_id desc);

create table follow_request (
  follower_id bigint not null references account on delete cascade,
  followed_id bigint not null references account on delete cascade,
  created_at  timestamptz not null,
  primary key (follower_id, followed_id),
  constraint follow_request_another check (follower_id <> followed_id)
);
create index follow_request_sent on follow_request (follower_id, created_at desc, followed_id desc);
create index follow_request_received on follow_request (followed_id, created_at desc, follower_id desc);

create table block (
  account_id bigint not null references account on delete cascade,
  blocked_id bigint not null references account on delete cascade,
  created_at timestamptz not null,
  primary key (account_id, blocked_id),
  constraint block_another check (account_id <> blocked_id)
);
create index block_by_account on block (account_id, created_at desc, blocked_id desc);
create index block_of_account on block (blocked_id, created_at desc, account_id desc);

create table mute (
  account_id bigint not null references account on delete cascade,
  muted_id   bigint not null references account on delete cascade,
  created_at timestamptz not null,
  primary key (account_id, muted_id),
  constraint mute_another check (account_id <> muted_id)
);
create index mute_by_account on mute (account_id, created_at desc, muted_id desc);
create index mute_of_account on mute (muted_id, created_at desc, account_id desc);

-- The functions below stand in the FROM of every query that shows people or posts. viewer_id is null for somebody not logged in.
-- Their bodies are texts, so that they can be replaced, follow the columns of their tables and are inlined: the planner sees
-- through them, and an index that has the order of a list is walked in that order. What is asked of each row is written so that it
-- stays a probe or two of an index, however many accounts somebody follows or has blocked: a plain "exists" may become a join, or
-- a hash of them all.
drop function post_visible;

-- People the viewer may see: oneself; else neither suspended nor closed, and no block between the two, either way.
create function visible_account(viewer_id bigint) returns setof account language sql stable parallel safe as $$
  select a.* from account a
  where a.closed_at is null and (a.id = viewer_id or a.suspended_at is null and not exists (
    select from block b where b.account_id = viewer_id and b.blocked_id = a.id
    union all
    select from block b where b.account_id = a.id and b.blocked_id = viewer_id))
$$;

-- Posts the viewer may see: one's own; else published, by somebody she may see, and public or for followers, of whom she is one.
create function visible_post(viewer_id bigint) returns setof post language sql stable parallel safe as $$
  select p.* from post p join visible_account(viewer_id) a on a.id = p.author_id
  where p.author_id = viewer_id
     or p.status = 'published' and (p.visibility = 'public' or p.visibility = 'followers' and coalesce((
          select true from follow f where f.follower_id = viewer_id and f.followed_id = p.author_id), false))
$$;

-- Whom the viewer has not muted, of those she may see: for lists of many people, such as suggestions.
create function heard_account(viewer_id bigint) returns setof account language sql stable parallel safe as $$
  select a.* from visible_account(viewer_id) a
  where (select true from mute m where m.account_id = viewer_id and m.muted_id = a.id) is null
$$;

-- What the viewer wants to hear of what she may see: for every list of posts by many authors. Whoever goes to a muted account's
-- own page, or to a post by its address, sees it all the same.
create function heard_post(viewer_id bigint) returns setof post language sql stable parallel safe as $$
  select p.* from visible_post(viewer_id) p
  where (select true from mute m where m.account_id = viewer_id and m.muted_id = p.author_id) is null
$$;
