insert into password (account_id, hash, changed_at) select id, '$argon2id$' || id, now() from account;
insert into session (account_id, device, address, created_at, last_used_at, expires_at)
select a.id, left(n.text, 60), '::1', now(), now(), now() + interval '30 days' from account a join sample.note n on n.number = a.id + 100;
insert into access_token (hash, session_id, expires_at) select sha256(('access' || id)::bytea), id, now() + interval '1 hour' from session;
insert into refresh_token (hash, session_id, expires_at) select sha256(('refresh' || id)::bytea), id, now() + interval '1 day' from session;
insert into personal_token (account_id, name, hash, scopes, created_at)
select id, 'script', sha256(('personal' || id)::bytea), array['read'], now() from account;
insert into mail_link (hash, account_id, purpose, email, expires_at)
select sha256(('link' || id)::bytea), id, 'verify', email, now() + interval '1 day' from account;
