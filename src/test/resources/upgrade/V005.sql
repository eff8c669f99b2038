insert into follow (follower_id, followed_id, created_at)
select a.id, b.id, now() from account a join account b on a.id <> b.id and (a.id + b.id) % 3 = 0;
insert into follow_request (follower_id, followed_id, created_at) values (1, 4, now()), (2, 6, now());
insert into block (account_id, blocked_id, created_at) values (3, 5, now()), (7, 3, now());
insert into mute (account_id, muted_id, created_at) values (1, 2, now()), (2, 4, now());
update account set locked = true where id in (4, 6);
update account_stat s set
  followers = (select count(*) from follow where followed_id = s.account_id),
  following = (select count(*) from follow where follower_id = s.account_id);
