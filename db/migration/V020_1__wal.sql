-- Since when ended segments of WAL wait to be archived, for the exposure of the health report. Listing them is for members
-- of pg_monitor: the owner is one (db/bootstrap.sql), the application is not. Where the owner may not be one, as with some
-- providers, nothing is known, and that is said.
create function wal_waiting(out known boolean, out oldest timestamptz)
language plpgsql security definer set search_path = erp, pg_catalog as $$
begin
  known := has_function_privilege('pg_ls_archive_statusdir()', 'execute');
  if known then
    select min(modification) into oldest from pg_ls_archive_statusdir() where name ~ '^[0-9A-F]{24}\.ready$';
  end if;
end $$;
grant execute on function wal_waiting to erp_app;
