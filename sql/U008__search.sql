-- The extensions stay: they may have been there before.
set local lock_timeout = '5s';

drop trigger post_edited_for_search on post;
drop trigger post_written_for_search on post;
drop table post_search;
drop function search_accounts, search_name, search_runs, search_snippet, search_filtered, search_ranking, search_query, search_queries, search_terms,
  post_changed_for_search, search_again, search_document, search_plain, search_references, search_letters, search_words, search_fold, search_pairs,
  search_between, search_unspaced, search_configs, search_config;

do $$
declare
  name text;
begin
  for name in select cfgname from pg_ts_config where cfgname like 'search\_%' and cfgnamespace = current_schema::regnamespace loop
    execute format('drop text search configuration %I', name);
  end loop;
  for name in select dictname from pg_ts_dict where dictname like 'search\_%' and dictnamespace = current_schema::regnamespace loop
    execute format('drop text search dictionary %I', name);
  end loop;
end $$;
