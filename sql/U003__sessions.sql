-- Takes back V003: passwords, log-ins, tokens and mailed links.
set local lock_timeout = '5s';

drop table mail_link;
drop table personal_token;
drop table refresh_token;
drop table access_token;
drop table session;
drop table password;
