set local lock_timeout = '5s';

drop table imported_message, imported, import_source;
