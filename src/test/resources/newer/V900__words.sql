-- Expand: a column that older programs do not know, and may leave empty.
set local lock_timeout = '150ms';

alter table post
  add column words integer,
  add constraint post_words_counted check (words >= 0) not valid;
