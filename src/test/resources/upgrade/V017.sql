insert into trending_post (computed_at, rank, post_id, score) select now(), row_number() over (), p.id, 1 from post p limit 3;
insert into suggested_account (computed_at, rank, account_id, score)
select now(), row_number() over (), a.id, 1 from account a limit 3;
