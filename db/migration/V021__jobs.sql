-- Jobs: what is due, who works on it, what came of it. All rows are the chain's own. Leases count in the time of this
-- database and of nobody else; the number of a lease (fence) rises with each holder, and whoever holds an older one
-- writes nothing any more.

create table job_plans (
  store_id uuid not null,
  job text not null,
  crons text[] not null,
  since timestamptz not null,
  planned_until timestamptz not null,
  primary key (store_id, job)
);
call make_store_table('job_plans', 'select, insert, update', 'up to which minute each job''s schedule was looked at');

create table job_runs (
  store_id uuid not null,
  id uuid not null,
  job text not null,
  cause text not null check (cause in ('SCHEDULE', 'MANUAL')),
  fire_at timestamptz not null,
  status text not null check (status in ('DUE', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED', 'MISSED', 'SKIPPED')),
  not_before timestamptz not null,
  attempt int not null default 0,
  fence int not null default 0,
  node text,
  lease_until timestamptz,
  started_at timestamptz,
  ended_at timestamptz,
  done int not null default 0,
  failed int not null default 0,
  total int,
  note text,
  error text,
  request_id text not null,
  asked_by uuid,
  cancel_asked_at timestamptz,
  execution_id bigint,
  primary key (store_id, id),
  check ((status = 'RUNNING') = (lease_until is not null))
);
-- each instant of a schedule is one row, whoever sees it first and however often
create unique index job_runs_fire on job_runs (store_id, job, fire_at) where cause = 'SCHEDULE';
create index job_runs_open on job_runs (store_id, job, not_before) where status in ('DUE', 'RUNNING');
create index job_runs_newest on job_runs (store_id, job, id);
call make_store_table('job_runs', 'select, insert, update, delete', 'one row for each time that a job was due or asked for');

create table job_items (
  store_id uuid not null,
  run_id uuid not null,
  item text not null,
  status text not null check (status in ('DONE', 'FAILED')),
  attempt int not null,
  note text,
  error text,
  ended_at timestamptz not null,
  primary key (store_id, run_id, item),
  foreign key (store_id, run_id) references job_runs (store_id, id)
);
call make_store_table('job_items', 'select, delete', 'what of a run is done: where it goes on after a failure');

create table job_alerts (
  store_id uuid not null,
  job text not null,
  fire_at timestamptz not null,
  kind text not null,
  detail text not null,
  raised_at timestamptz not null,
  primary key (store_id, job, fire_at, kind)
);
call make_store_table('job_alerts', 'select, insert, delete', 'what the watchdog has told already');

-- Begins a part of a run: refuses whoever lost the lease (ERP03), and says whether somebody asked for the run to end. A
-- process that was stopped in the middle of its part must not hold what it locked for ever.
create function hold_job(p_run uuid, p_fence int) returns boolean
language plpgsql security definer set search_path = erp, pg_catalog as $$
declare
  cancelled boolean;
begin
  if current_setting('app.role', true) is distinct from 'SYSTEM' then
    raise exception 'only a job holds a run' using errcode = '42501';
  end if;
  select cancel_asked_at is not null into cancelled from job_runs
   where store_id = '00000000-0000-0000-0000-000000000000' and id = p_run and fence = p_fence and status = 'RUNNING';
  if not found then
    raise exception 'another node works on this run' using errcode = 'ERP03';
  end if;
  perform set_config('idle_in_transaction_session_timeout', '120000', true);
  return cancelled;
end $$;

-- Ends a part of a run in the transaction that did it: what was done and that it was done count together or not at all.
create function end_job_item(
  p_run uuid, p_fence int, p_item text, p_status text, p_note text, p_error text, p_at timestamptz, p_lease interval)
returns void language plpgsql security definer set search_path = erp, pg_catalog as $$
declare
  chain constant uuid := '00000000-0000-0000-0000-000000000000';
  tried int;
begin
  if current_setting('app.role', true) is distinct from 'SYSTEM' then
    raise exception 'only a job ends a part of a run' using errcode = '42501';
  end if;
  select attempt into tried from job_runs
   where store_id = chain and id = p_run and fence = p_fence and status = 'RUNNING' for no key update;
  if not found then
    raise exception 'another node works on this run' using errcode = 'ERP03';
  end if;
  insert into job_items (store_id, run_id, item, status, attempt, note, error, ended_at)
    values (chain, p_run, p_item, p_status, tried, p_note, p_error, p_at)
  on conflict (store_id, run_id, item) do update set status = excluded.status, attempt = excluded.attempt,
    note = excluded.note, error = excluded.error, ended_at = excluded.ended_at where job_items.status = 'FAILED';
  if not found then
    raise exception 'this part of the run is done already' using errcode = 'ERP03';
  end if;
  update job_runs set lease_until = clock_timestamp() + p_lease,
    done = (select count(*) from job_items where store_id = chain and run_id = p_run and job_items.status = 'DONE'),
    failed = (select count(*) from job_items where store_id = chain and run_id = p_run and job_items.status = 'FAILED')
   where store_id = chain and id = p_run;
end $$;
grant execute on function hold_job, end_job_item to erp_app;

-- One node at a time gives events their position and hands them on, in that order.
create table outbox_relay (
  store_id uuid primary key,
  node text,
  fence int not null default 0,
  lease_until timestamptz,
  position bigint not null default 0
);
call make_store_table('outbox_relay', 'select, insert, update', 'who relays, and the newest position');
insert into outbox_relay (store_id) values ('00000000-0000-0000-0000-000000000000');
create unique index outbox_position on outbox (store_id, position) where position is not null;
create index outbox_published on outbox (store_id, published_at) where published_at is not null;

create table health_reports (
  store_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  healthy boolean not null,
  report jsonb not null,
  primary key (store_id, id)
);
call make_store_table('health_reports', 'select, insert, delete', 'how the ERP was, once a day');

create table notices (
  store_id uuid not null,
  id uuid not null,
  position bigint not null,
  level text not null check (level in ('GOOD', 'INFO', 'BAD')),
  title text not null,
  body text not null,
  status text not null default 'WAITING' check (status in ('WAITING', 'TOLD', 'GIVEN_UP')),
  attempts int not null default 0,
  raised_at timestamptz not null default clock_timestamp(),
  tried_at timestamptz,
  not_before timestamptz not null default '-infinity',
  primary key (store_id, id)
);
create index notices_waiting on notices (store_id, position) where status = 'WAITING';
call make_store_table('notices', 'select, insert, update, delete', 'what people are to be told, until they were; by the event that says so');
