-- What became of each backup, for people and for the API. What can be restored stands in the stores of backups: a lost
-- database takes no knowledge of them with it.
create table backups (
  id uuid primary key,
  tier text not null check (tier in ('DAILY', 'WEEKLY', 'MONTHLY', 'MANUAL')),
  state text not null check (state in ('RUNNING', 'COMPLETED', 'PROVEN', 'SUSPECT', 'FAILED')),
  started_at timestamptz not null,
  completed_at timestamptz,
  size_bytes bigint check (size_bytes > 0),
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  locations text[] not null default '{}',
  tables jsonb not null default '{}',
  proven_at timestamptz,
  trouble text,
  check ((state in ('RUNNING', 'FAILED')) = (sha256 is null))
);
comment on column backups.trouble is 'why it failed, is suspect, or is not in every store';
create index backups_newest on backups (started_at desc, id desc);
create unique index backups_running on backups (state) where state = 'RUNNING';
call make_reference_table('backups', 'select, insert, update', array['SUPER_ADMIN', 'SYSTEM'], 'what became of each backup');
call audit_table('backups', 'images');

create table backup_progress (
  id uuid primary key references backups (id),
  step text not null,
  bytes bigint not null,
  at timestamptz not null
);
call make_reference_table('backup_progress', 'select, insert, update', array['SUPER_ADMIN', 'SYSTEM'], 'how far a backup is');
