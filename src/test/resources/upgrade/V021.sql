insert into unlocking (account_id) values (1), (2);
