insert into mention (post_id, account_id, position, told) select p.id, a.id, 1, false from post p, account a limit 5;
