insert into post_like (post_id, account_id, at) select p.id, a.id, now() from post p, account a limit 5;
insert into bookmark (post_id, account_id, at) select p.id, a.id, now() from post p, account a limit 5;
