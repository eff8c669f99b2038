insert into tag_follow (account_id, tag, created_at) select id, 'sample', now() from account where id <= 10;
insert into popular_tag (tag, rank, accounts, posts) values ('sample', 1, 20, 300);
