insert into report (subject, account_id, post_id, reporter_id, category, text, created_at)
select 'post', p.author_id, p.id, p.author_id, 'spam', 'Again', now() from post p limit 3;
insert into audit (act, actor_id, subject_type, subject_id, reason)
select 'post.hidden', p.author_id, 'post', p.id, 'spam' from post p limit 3;
