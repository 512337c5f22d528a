-- What a database administrator prepares once, before `admin migrate` may run: four logins and two databases.
-- Here the local launcher does it as superuser. By hand, against a server of your own:
--   psql -U postgres -v p_owner=… -v p_app=… -v p_jobs=… -v keycloak=… -f bootstrap.sql
-- Safe to repeat: "already exists" may be ignored (the launcher does), the rest sets what is already so.

-- Owns the database and every table; makes a role for each tenant. No superuser.
create role p_owner;
alter role p_owner login nosuperuser createrole nocreatedb noreplication password :'p_owner';

-- The server's login. Owns nothing, may do nothing as itself; takes a tenant's role for one transaction at a time.
create role p_app;
alter role p_app login noinherit nosuperuser nocreaterole nocreatedb noreplication password :'p_app';
-- Constant: PostgreSQL plans a statement anew whenever the path differs from the plan's.
alter role p_app set search_path = pg_catalog, pg_temp;

-- Timing of background jobs: rights on the job table only, given by `admin migrate`.
create role p_jobs;
alter role p_jobs login noinherit nosuperuser nocreaterole nocreatedb noreplication password :'p_jobs';

-- Who vanishes leaves locks behind: PostgreSQL notices after a minute, not after two hours.
alter role p_owner set tcp_keepalives_idle = 30;
alter role p_owner set tcp_keepalives_interval = 10;
alter role p_owner set tcp_keepalives_count = 3;
alter role p_owner set tcp_user_timeout = 60000;
alter role p_app set tcp_keepalives_idle = 30;
alter role p_app set tcp_keepalives_interval = 10;
alter role p_app set tcp_keepalives_count = 3;
alter role p_app set tcp_user_timeout = 60000;
alter role p_jobs set tcp_keepalives_idle = 30;
alter role p_jobs set tcp_keepalives_interval = 10;
alter role p_jobs set tcp_keepalives_count = 3;
alter role p_jobs set tcp_user_timeout = 60000;

create role keycloak;
alter role keycloak login nosuperuser nocreaterole nocreatedb noreplication password :'keycloak';

create database capaian owner p_owner template template0 encoding 'UTF8';
create database keycloak owner keycloak template template0 encoding 'UTF8';
revoke all on database capaian, keycloak, postgres from public;
grant connect on database capaian to p_app, p_jobs;

\connect capaian
revoke all on schema public from public;
-- One home for extensions, so that the search path of p_app stays short. Exclusion constraints need btree_gist.
create schema ext authorization p_owner;
grant usage on schema ext to public;
create extension btree_gist schema ext;
