-- Search for people without a setting in the function's definition. A role that is no superuser may name the setting of an extension
-- there only in a session that has used the extension, so an owner could not always restore a dump of the database.
set local lock_timeout = '5s';

-- Accounts whose name has a word that begins like this or is much like it, or that holds it where words stand without blanks; the
-- best first. Of each kind 300 are looked at, so that one letter costs no more than a name.
-- What is much like it is told by an operator, for which there is an index; how much, by a setting until the transaction ends.
create or replace function search_accounts(typed text) returns table (account_id bigint, score real) language plpgsql stable as $$
begin
  perform set_config('pg_trgm.word_similarity_threshold', '0.45', true);
  return query
  with asked as materialized (
    select name, replace(replace(replace(name, '\', '\\'), '%', '\%'), '_', '\_') as pattern,
      search_fold(typed) ~ ('[' || search_unspaced() || ']') as unspaced
    from (select btrim(search_name(typed, null)) as name) as names where name <> ''),
  candidates as materialized (
    select a.id from account a where a.username_key = lower(normalize(btrim(typed), NFKC))
    union
    (select a.id from account a, asked where search_name(a.username, a.display_name) like asked.pattern || '%' limit 300)
    union
    (select a.id from account a, asked where search_name(a.username, a.display_name)
       like case when unspaced then '%' else '% ' end || asked.pattern || '%' limit 300)
    union
    (select a.id from account a, asked where char_length(asked.name) > 2
       and asked.name <% search_name(a.username, a.display_name) limit 300))
  select n.id,
    (case when n.username = asked.name then 3
      when n.username like asked.pattern || '%' then 2
      when n.name like '%' || asked.pattern || '%' then 1
      else 0 end + word_similarity(asked.name, n.name))::real
  from asked, (
    select a.id, search_name(a.username, null) as username, search_name(a.username, a.display_name) as name
    from candidates c join account a on a.id = c.id offset 0) n
  order by 2 desc, 1;
end $$;
