-- The entries go with their table.
set local lock_timeout = '5s';
