-- The entries stay: they are right at the version before, too.
set local lock_timeout = '5s';
