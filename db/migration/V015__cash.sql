create table cash_sessions (
  store_id uuid not null,
  id uuid not null,
  register text not null check (length(register) between 1 and 40),
  opened_by uuid not null,
  opened_at timestamptz not null,
  opening_usd numeric(20,2) not null check (opening_usd >= 0),
  opening_ves numeric(20,2) not null check (opening_ves >= 0),
  closed_by uuid,
  closed_at timestamptz,
  expected_usd numeric(20,2),
  expected_ves numeric(20,2),
  counted_usd numeric(20,2) check (counted_usd >= 0),
  counted_ves numeric(20,2) check (counted_ves >= 0),
  reason text,
  version int not null default 1,
  primary key (store_id, id),
  check ((closed_at is null) = (counted_usd is null) and (closed_at is null) = (counted_ves is null))
);
create unique index cash_sessions_open on cash_sessions (store_id, register) where closed_at is null;
create index cash_sessions_person on cash_sessions (store_id, opened_by);
call make_store_table('cash_sessions', 'select, insert, update', 'a register from its float to its count');
call audit_table('cash_sessions', 'images');

create table cash_movements (
  store_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  currency text not null check (currency in ('USD', 'VES')),
  amount numeric(20,2) not null check (amount <> 0),
  kind text not null check (kind in ('PAYMENT', 'CHANGE', 'EXPENSE')),
  document_id uuid,
  note text,
  at timestamptz not null,
  primary key (store_id, id),
  foreign key (store_id, session_id) references cash_sessions (store_id, id)
);
create index cash_movements_session on cash_movements (store_id, session_id);
call make_store_table('cash_movements', 'select, insert', 'what went into and out of a drawer');
call audit_table('cash_movements', 'append-only');
