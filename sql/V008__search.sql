-- Full-text search: what is found of each published post, in a row of its own, and how texts become words.
set local lock_timeout = '5s';

do $$
begin
  create extension if not exists unaccent;
  create extension if not exists pg_trgm;
exception when others then
  raise exception 'search needs the extensions unaccent and pg_trgm (%); install PostgreSQL''s contrib modules, and let a superuser '
    'create both extensions in this database or grant the right to', sqlerrm;
end $$;

-- A configuration for each language PostgreSQL knows: without accents, then by stem. Nothing is a stop word: whoever looks for
-- "to be or not to be" finds it, and a word means the same in a query whatever the languages of the posts are.
do $$
declare
  languages constant text[] := array['arabic', 'armenian', 'basque', 'catalan', 'danish', 'dutch', 'english', 'finnish', 'french',
    'german', 'greek', 'hindi', 'hungarian', 'indonesian', 'irish', 'italian', 'lithuanian', 'nepali', 'norwegian',
    'portuguese', 'romanian', 'russian', 'serbian', 'spanish', 'swedish', 'tamil', 'turkish', 'yiddish'];
  language text;
  stem text;
begin
  foreach language in array languages loop
    execute format('create text search dictionary search_%1$s (template = pg_catalog.snowball, language = %1$s)', language);
  end loop;
  foreach language in array languages loop
    execute format('create text search configuration search_%1$s (copy = pg_catalog.%1$s)', language);
    -- Words in Latin letters inside of another script are taken for English ones.
    for stem in
      select distinct replace(d.dictname, '_stem', '') from pg_ts_config_map m join pg_ts_dict d on d.oid = m.mapdict
      where m.mapcfg = ('pg_catalog.' || language)::regconfig and d.dictname like '%\_stem'
    loop
      execute format('alter text search configuration search_%1$s alter mapping replace pg_catalog.%2$s_stem with search_%2$s',
        language, stem);
    end loop;
    execute format('alter text search configuration search_%1$s alter mapping for word, hword, hword_part with unaccent, search_%1$s',
      language);
    execute format('alter text search configuration search_%s alter mapping for numword, numhword, hword_numpart '
      'with unaccent, pg_catalog.simple', language);
  end loop;
end $$;
create text search configuration search_simple (copy = pg_catalog.simple);
alter text search configuration search_simple
  alter mapping for word, hword, hword_part, numword, numhword, hword_numpart with unaccent, pg_catalog.simple;

-- The configuration for a BCP 47 tag; words of a language PostgreSQL does not know are taken as they stand.
create function search_config(language text) returns regconfig language sql immutable parallel safe
return case split_part(language, '-', 1)
  when 'ar' then 'search_arabic'::regconfig when 'hy' then 'search_armenian'::regconfig
  when 'eu' then 'search_basque'::regconfig when 'ca' then 'search_catalan'::regconfig
  when 'da' then 'search_danish'::regconfig when 'nl' then 'search_dutch'::regconfig
  when 'en' then 'search_english'::regconfig when 'fi' then 'search_finnish'::regconfig
  when 'fr' then 'search_french'::regconfig when 'de' then 'search_german'::regconfig
  when 'el' then 'search_greek'::regconfig when 'hi' then 'search_hindi'::regconfig
  when 'hu' then 'search_hungarian'::regconfig when 'id' then 'search_indonesian'::regconfig
  when 'ga' then 'search_irish'::regconfig when 'it' then 'search_italian'::regconfig
  when 'lt' then 'search_lithuanian'::regconfig when 'ne' then 'search_nepali'::regconfig
  when 'no' then 'search_norwegian'::regconfig when 'nb' then 'search_norwegian'::regconfig
  when 'nn' then 'search_norwegian'::regconfig when 'pt' then 'search_portuguese'::regconfig
  when 'ro' then 'search_romanian'::regconfig when 'ru' then 'search_russian'::regconfig
  when 'sr' then 'search_serbian'::regconfig when 'es' then 'search_spanish'::regconfig
  when 'sv' then 'search_swedish'::regconfig when 'ta' then 'search_tamil'::regconfig
  when 'tr' then 'search_turkish'::regconfig when 'yi' then 'search_yiddish'::regconfig
  else 'search_simple'::regconfig end;

create function search_configs() returns regconfig[] language sql immutable parallel safe
return array['search_simple', 'search_arabic', 'search_armenian', 'search_basque', 'search_catalan', 'search_danish',
  'search_dutch', 'search_english', 'search_finnish', 'search_french', 'search_german', 'search_greek', 'search_hindi',
  'search_hungarian', 'search_indonesian', 'search_irish', 'search_italian', 'search_lithuanian', 'search_nepali',
  'search_norwegian', 'search_portuguese', 'search_romanian', 'search_russian', 'search_serbian', 'search_spanish',
  'search_swedish', 'search_tamil', 'search_turkish', 'search_yiddish']::regconfig[];

-- Letters of scripts written without blanks between words (Han, kana, bopomofo, Thai, Lao, Burmese, Khmer), and Hangul, whose
-- words carry endings nobody types: the inside of a bracket expression.
create function search_unspaced() returns text language sql immutable parallel safe
return '\u0E00-\u0E3E\u0E40-\u0E4E\u0E50-\u0E59\u0E80-\u0EFF\u1000-\u109F\u1100-\u11FF\u1780-\u17D3\u17DC-\u17FF\u2E80-\u2FDF'
  || '\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303C\u3041-\u309F\u30A1-\u30FA\u30FC-\u318E\u31A0-\u31BF\u31F0-\u31FF'
  || '\u3400-\u4DBF\u4E00-\u9FFF\uA960-\uA97F\uAC00-\uD7FF\uF900-\uFAFF\U00020000-\U0003FFFF';

-- What stands between words, told by code point, since what the parser takes for a letter depends on the server's locale.
create function search_between() returns text language sql immutable parallel safe
return '\u0001-\u002F\u003A-\u0040\u005B-\u0060\u007B-\u00A9\u00AB-\u00B4\u00B6-\u00B9\u00BB-\u00BF\u00D7\u00F7'
  || '\u055A-\u055F\u0589\u058A\u05BE\u05C0\u05C3\u05F3\u05F4\u060C\u061B\u061F\u066A-\u066D\u06D4\u0964\u0965\u0E3F\u0E4F'
  || '\u0E5A\u0E5B\u17D4-\u17DB\u2000-\u20CF\u2190-\u2BFF\u2E00-\u2E7F\u3000-\u3004\u3008-\u3020\u3030\u3036\u3037\u303D-\u303F'
  || '\u30A0\u30FB\uE000-\uF8FF\uFE00-\uFE6F\uFF01-\uFF0F\uFF1A-\uFF20\uFF3B-\uFF40\uFF5B-\uFF65\uFFF0-\uFFFF\U0001F000-\U0001FAFF';

-- A run of unspaced letters as its pairs, each a word; a letter alone is one.
create function search_pairs(run text) returns text language sql immutable parallel safe
return (
  select string_agg(letter || coalesce(next, ''), ' ' order by place)
  from (
    select letter, lead(letter) over (order by place) as next, place, count(*) over () as letters
    from unnest(string_to_array(run, null)) with ordinality as letters (letter, place)) as pairs
  where next is not null or letters = 1);

-- A text without case, compatibility forms and whatever stands between words.
create function search_fold(text text) returns text language sql immutable parallel safe
return regexp_replace(lower(normalize(text, NFKC)), '[' || search_between() || ']+', ' ', 'g');

-- A text as words with blanks between them, unspaced letters in pairs.
create function search_words(text text) returns text language plpgsql immutable parallel safe as $$
declare
  words text := search_fold(text);
begin
  if words !~ ('[' || search_unspaced() || ']') then
    return words;
  end if;
  return (
    select string_agg(case when part[1] is null then part[2] else search_pairs(part[1]) end, ' ' order by place)
    from regexp_matches(words, '([' || search_unspaced() || ']+)|([^' || search_unspaced() || ']+)', 'g')
      with ordinality as parts (part, place));
end $$;

-- Every unspaced letter of a text by itself, so that one letter is enough to find it.
create function search_letters(text text) returns tsvector language sql immutable parallel safe
return array_to_tsvector(array(
  select distinct letter
  from unnest(string_to_array(regexp_replace(search_fold(text), '[^' || search_unspaced() || ']+', '', 'g'), null))
    as letters (letter)));

-- Numeric references of HTML, which stand in it for full-width letters and the like, as characters.
create function search_references(html text) returns text language sql immutable parallel safe
return (
  select string_agg(case
    when place = 1 then piece
    when piece ~ '^0*[1-9a-f][0-9a-f]{0,4};' then chr(('x' || lpad(split_part(piece, ';', 1), 8, '0'))::bit(32)::integer)
      || substr(piece, strpos(piece, ';') + 1)
    else '' end, '' order by place)
  from unnest(string_to_array(html, '&#x')) with ordinality as pieces (piece, place));

-- The text of our own HTML: what stands inside of words goes, other tags become blanks, references become characters. Controls
-- become blanks too: a snippet marks places with them.
create function search_plain(html text) returns text language sql immutable parallel safe
return translate(
  replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(search_references(
    regexp_replace(
      regexp_replace(left(html, 400000), '</?(?:a|b|code|del|em|i|img|input|kbd|s|strong|sub|sup)(?: [^>]*)?>|<!-- -->', '', 'g'),
      '<[^>]*>', ' ', 'g')),
    '&#34;', '"'), '&#39;', ''''), '&#43;', '+'), '&#61;', '='), '&#64;', '@'), '&#96;', '`'), '&nbsp;', ' '),
    '&lt;', '<'), '&gt;', '>'), '&amp;', '&'),
  E'\u0001\u0002\u0003\u0004', '    ');

-- What is found of a post, and by what it is filtered: words that begin with = come from no text.
create function search_document(author_id bigint, title text, summary text, content text, language text, names text[], tags text[])
returns tsvector language sql immutable parallel safe
return setweight(to_tsvector(search_config(language), search_words(coalesce(title, ''))), 'A')
  || setweight(to_tsvector(search_config(language), search_words(concat_ws(' ', summary, array_to_string(names, ' ')))), 'B')
  || to_tsvector(search_config(language), search_words(content))
  || search_letters(concat_ws(' ', title, summary, array_to_string(names, ' '), content))
  || array_to_tsvector(
    array['=author:' || author_id, case when title is null then '=kind:note' else '=kind:article' end,
      '=stem:' || array_position(search_configs(), search_config(language))]
    || array(select '=tag:' || tag from unnest(tags) as t (tag))
    || array(
      select '=language:' || array_to_string((string_to_array(language, '-'))[1:depth], '-')
      from generate_series(1, cardinality(string_to_array(language, '-'))) as d (depth)));

-- One row for each published post, whoever may see it.
create table post_search (
  post_id      bigint primary key references post on delete cascade,
  published_at timestamptz not null,
  language     text check (char_length(language) <= 35),
  content      text not null check (char_length(content) <= 50000),
  document     tsvector not null
);
create index post_search_newest on post_search (published_at desc, post_id desc);
-- Without a list of what is still to be sorted in, which somebody's post would have to wait for.
create index post_search_document on post_search using gin (document) with (fastupdate = off);

-- Brings the row of a post up to date.
create function search_again(id bigint) returns void language plpgsql as $$
declare
  p post;
  tags text[];
  words text;
  found_by tsvector;
begin
  select post.* into p from post where post.id = search_again.id and status = 'published';
  if p.id is null then
    delete from post_search s where s.post_id = search_again.id;
    return;
  end if;
  tags := array(select t.tag from post_tag t where t.post_id = p.id);
  words := left(search_plain(p.html), 50000);
  begin
    found_by := search_document(p.author_id, p.title, p.summary, words, p.language, p.tags, tags);
  exception when program_limit_exceeded then
    -- More different words than a tsvector holds: the first pages have to do.
    found_by := search_document(p.author_id, p.title, p.summary, left(words, 10000), p.language, p.tags, tags);
  end;
  insert into post_search (post_id, published_at, language, content, document)
  values (p.id, p.published_at, p.language, words, found_by)
  on conflict (post_id) do update set published_at = excluded.published_at, language = excluded.language,
    content = excluded.content, document = excluded.document;
end $$;

create function post_changed_for_search() returns trigger language plpgsql as $$
begin
  perform search_again(new.id);
  return null;
end $$;

-- At the end of the transaction, when the post's tags are written too; whoever writes posts, they are found.
create constraint trigger post_written_for_search after insert on post
  deferrable initially deferred for each row when (new.status = 'published') execute function post_changed_for_search();
create constraint trigger post_edited_for_search after update on post
  deferrable initially deferred for each row
  when ((old.title, old.summary, old.html, old.language, old.tags, old.status, old.published_at)
    is distinct from (new.title, new.summary, new.html, new.language, new.tags, new.status, new.published_at))
  execute function post_changed_for_search();

-- What somebody typed, in the form websearch_to_tsquery reads: words, "phrases", minus, or. The first 12 terms count, and of
-- each the first 64 words. With pairs as documents have it, without them as it is marked in a snippet.
create function search_terms(typed text, pairs boolean) returns text language sql immutable parallel safe
return (
  select string_agg(case when lower(term[4]) = 'or' and term[3] = '' then 'or'
    else concat(term[1], term[3], '"', array_to_string((string_to_array(btrim(words), ' '))[1:64], ' '), '"') end, ' ' order by place)
  from regexp_matches(typed, '(-?)"([^"]*)"?|(-?)([^"\s]+)', 'g') with ordinality as terms (term, place),
    lateral (select case when pairs then search_words(coalesce(term[2], term[4]))
      else regexp_replace(search_fold(coalesce(term[2], term[4])), '([' || search_unspaced() || ']+)', ' \1 ', 'g') end) as w (words)
  where place <= 12 and btrim(words) <> '');

-- What to look for by each configuration, or by that of one language; most agree, and are one row.
create function search_queries(terms text, language text) returns table (query text, stems text) language sql immutable parallel safe
begin atomic
  select query, string_agg('''=stem:' || place || '''', ' | ')
  from unnest(search_configs()) with ordinality as c (config, place), lateral (select websearch_to_tsquery(config, terms)::text) as q (query)
  where (language is null or config = search_config(language)) and query <> ''
  group by query;
end;

-- The query by which a post is found as its own language would have it. Null when nothing is asked for.
create function search_query(terms text, language text) returns tsquery language sql immutable parallel safe
return (
  select case when count(*) = 1 then min(query) else string_agg('(' || query || ') & (' || stems || ')', ' | ') end::tsquery
  from search_queries(terms, language));

-- The same for ranking: how often any of the words stand there. With an "or" at the top, since pairs of words that each stand
-- there many times would take too long.
create function search_ranking(terms text, language text) returns tsquery language sql immutable parallel safe
return (select string_agg('(' || query || ')', ' | ') || ' | ''=or''' from search_queries(terms, language))::tsquery;

-- A query within filters: words that documents have beside those of their texts.
create function search_filtered(query tsquery, names text[]) returns tsquery language sql immutable parallel safe
return case when cardinality(names) = 0 then query else query && (
  select string_agg('''' || replace(replace(name, '\', '\\'), '''', '''''') || '''', ' & ')::tsquery
  from unnest(names) as n (name)) end;

-- The part of a text around what was looked for. It stands between U+0001 and U+0002; U+0003 is what was <, which the parser
-- would take for a tag, and U+0004 parts letters for the parser alone.
create function search_snippet(content text, language text, terms text, runs text, options text) returns text
language sql immutable parallel safe
return ts_headline(search_config(language),
  regexp_replace(
    replace(
      case when char_length(content) <= 2000 then content else substr(content, greatest(1, coalesce((
        select min(nullif(strpos(lower(content), left(word, greatest(3, char_length(word) - 3))), 0))
        from regexp_split_to_table(translate(terms, '"-', '  '), ' +') as words (word) where word <> ''), 1) - 300), 2000) end,
      '<', U&'\0003'),
    '(' || coalesce(runs || '|', '') || '(?!\s)[' || search_between() || ']|[' || search_unspaced() || '])', U&'\0004\\1\0004', 'g'),
  websearch_to_tsquery(search_config(language), terms), U&'StartSel=\0001, StopSel=\0002, ' || options);

-- The runs of unspaced letters in a query, for a regular expression.
create function search_runs(terms text) returns text language sql immutable parallel safe
return (
  select string_agg(distinct run[1], '|') from regexp_matches(terms, '[' || search_unspaced() || ']+', 'g') as runs (run));

-- Names as they are compared: without case, forms and accents. Letters beyond ASCII become two within it, since which of them
-- pg_trgm knows depends on the server's locale. Its cost keeps the planner from calling it for every account.
create function search_name(username text, display_name text) returns text language sql immutable parallel safe cost 10000
return (
  select case when name !~ '[^\u0001-\u007F]' then name else (
    select string_agg(case when ascii(letter) > 127
      then chr(97 + ascii(letter) % 26) || chr(97 + ascii(letter) / 26 % 26) else letter end, '' order by place)
    from unnest(string_to_array(name, null)) with ordinality as letters (letter, place)) end
  from (select unaccent('unaccent', search_fold(concat_ws(' ', username, display_name))) as name offset 0) as names);

-- Accounts whose name has a word that begins like this or is much like it, or that holds it where words stand without blanks; the
-- best first. Of each kind 300 are looked at, so that one letter costs no more than a name.
create function search_accounts(typed text) returns table (account_id bigint, score real) language sql stable
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
