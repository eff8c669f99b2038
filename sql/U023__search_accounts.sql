-- Takes back V023: the threshold stands in the definition again.
set local lock_timeout = '5s';

create or replace function search_accounts(typed text) returns table (account_id bigint, score real) language sql stable
set pg_trgm.word_similarity_threshold = 0.45 as $$
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
    case when n.username = asked.name then 3
      when n.username like asked.pattern || '%' then 2
      when n.name like '%' || asked.pattern || '%' then 1
      else 0 end + word_similarity(asked.name, n.name)
  from asked, (
    select a.id, search_name(a.username, null) as username, search_name(a.username, a.display_name) as name
    from candidates c join account a on a.id = c.id offset 0) n
  order by 2 desc, 1
$$;
