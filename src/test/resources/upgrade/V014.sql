insert into import_source (name) values ('sqlite:///blog.db');
insert into imported (source_id, kind, key, target_id) select 1, 'user', id::text, id from account where id <= 5;
insert into imported_message (sender_id, recipient_id, body, sent_at, seen)
select 1, 2, text, now() - number * interval '1 day', false from sample.note where number <= 20;
