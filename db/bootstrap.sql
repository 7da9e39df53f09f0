-- Roles of the ERP. Run once by a superuser, connected to the ERP's database; running it again changes nothing but
-- passwords. The passwords come from the caller as settings of the session, never from this file:
--   bootstrap.erp_migrator_password, bootstrap.erp_app_password, bootstrap.erp_backup_password,
--   bootstrap.erp_restore_password
-- (deploy scripts pass them with PGOPTIONS from the environment, the local stack with set_config).

do $$
declare
  login text;
  secret text;
begin
  if not exists (select from pg_roles where rolname = 'erp_owner') then
    create role erp_owner nologin;
  end if;
  foreach login in array array['erp_migrator', 'erp_app', 'erp_backup', 'erp_restore'] loop
    secret := current_setting('bootstrap.' || login || '_password', true);
    if coalesce(length(secret), 0) < 16 then
      raise exception 'bootstrap.%_password is missing or shorter than 16 characters', login;
    end if;
    if not exists (select from pg_roles where rolname = login) then
      execute format('create role %I login', login);
    end if;
    execute format('alter role %I password %L', login, secret);
  end loop;
end $$;

-- Flyway logs in as erp_migrator and becomes the owner with SET ROLE; nobody logs in as the owner.
alter role erp_migrator noinherit;
grant erp_owner to erp_migrator;
-- The owner's wal_waiting() sees which segments of WAL are not archived yet. Some providers do not let anybody grant this:
-- the health report then knows less, and says so.
do $$
begin
  grant pg_monitor to erp_owner;
exception when insufficient_privilege then
  raise notice 'pg_monitor is not granted to erp_owner: %', sqlerrm;
end $$;
alter role erp_app nobypassrls nocreatedb nocreaterole noinherit;
alter role erp_backup bypassrls nocreatedb nocreaterole;
-- Makes databases of backups, where everything belongs to the owner as it did; nobody lets it into the one in use.
alter role erp_restore createdb nobypassrls nocreaterole noinherit;
grant erp_owner to erp_restore;

do $$
begin
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect on database %I to erp_migrator, erp_app, erp_backup', current_database());
  execute format('grant create on database %I to erp_owner', current_database());
end $$;
revoke create on schema public from public;
-- large objects know no row level security: nobody makes any
revoke execute on function lo_creat(int), lo_create(oid), lo_from_bytea(oid, bytea) from public;
create schema if not exists erp authorization erp_owner;
grant usage on schema erp to erp_app, erp_backup;
alter default privileges for role erp_owner revoke execute on functions from public;
alter default privileges for role erp_owner in schema erp grant select on tables to erp_backup;
alter default privileges for role erp_owner in schema erp grant select on sequences to erp_backup;
