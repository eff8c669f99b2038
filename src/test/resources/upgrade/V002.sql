-- Twenty people with names and bios of many scripts; one suspended, one closed.
insert into account (username, username_key, email, email_key, display_name, bio, bio_html, locale, role, created_at, updated_at)
select 'person' || number, 'person' || number, 'person' || number || '@example.com', 'person' || number || '@example.com',
  left(text, 40), text, '<p>' || language || '</p>', language, 'author', now() - number * interval '1 hour', now()
from sample.note where number <= 20;
update account set suspended_at = now(), suspended_reason = 'spam' where username = 'person19';
update account set suspended_at = now(), closed_at = now() where username = 'person20';
insert into account_name (name_key, account_id) select username_key, id from account;
insert into account_stat (account_id, last_seen_at) select id, now() from account;
