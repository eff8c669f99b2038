insert into event (kind, actor_id, subject_type, subject_id, data)
select 'thing.made', number, 'thing', number, jsonb_build_object('changed', language) from sample.note where number <= 40;
insert into idempotency (scope, body_hash, status, headers, answer, expires_at)
select sha256(convert_to(text, 'UTF8')), sha256('body'), 201, '{"Location": "/v1/posts/1"}', convert_to(text, 'UTF8'), now() + interval '1 day'
from sample.note where number <= 10;
insert into mail (recipient, subject, body)
select 'reader' || number || '@example.com', 'News', text from sample.note where number <= 10;
