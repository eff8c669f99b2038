insert into series (account_id, title, created_at, updated_at)
select author_id, 'In order', now(), now() from post group by author_id order by author_id limit 2;
insert into series_post (series_id, post_id, position)
select s.id, p.id, row_number() over (partition by s.id order by p.id) from series s join post p on p.author_id = s.account_id;
