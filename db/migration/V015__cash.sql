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
  denominations jsonb,
  reason text,
  needs_approval boolean not null default false,
  version int not null default 1,
  primary key (store_id, id),
  check (num_nulls(closed_by, closed_at, expected_usd, expected_ves, counted_usd, counted_ves) in (0, 6)),
  constraint cash_sessions_explained check ((expected_usd, expected_ves) is not distinct from (counted_usd, counted_ves) or length(reason) >= 3)
);
create unique index cash_sessions_open on cash_sessions (store_id, register) where closed_at is null;
create index cash_sessions_person on cash_sessions (store_id, opened_by);
call make_store_table('cash_sessions', 'select, insert, update', 'a register from its float to its count');
call audit_table('cash_sessions', 'images');

create function closed_session_stays() returns trigger language plpgsql as $$
begin
  if old.closed_at is not null then
    raise exception 'a closed cash session is never changed' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger closed_stays before update on cash_sessions for each row execute function closed_session_stays();
alter table cash_sessions enable always trigger closed_stays;

create table cash_approvals (
  store_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  note text not null check (length(note) between 3 and 400),
  approved_by uuid not null,
  approved_at timestamptz not null,
  primary key (store_id, id),
  unique (store_id, session_id),
  foreign key (store_id, session_id) references cash_sessions (store_id, id)
);
call make_store_table('cash_approvals', 'select, insert', 'who accepted a difference above the limit');
call audit_table('cash_approvals', 'append-only');

-- Each movement belongs to a session, a currency and the entry of the books that it is in.
create table cash_movements (
  store_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  currency text not null check (currency in ('USD', 'VES')),
  amount numeric(20,2) not null,
  kind text not null,
  document_id uuid not null,
  entry_id uuid not null,
  moved_by uuid not null,
  at timestamptz not null,
  primary key (store_id, id),
  foreign key (store_id, session_id) references cash_sessions (store_id, id),
  foreign key (store_id, entry_id) references journal_entries (store_id, id),
  constraint cash_movements_direction check (case
    when kind in ('FLOAT', 'TENDER', 'ADVANCE', 'CASH_IN') then amount > 0
    when kind in ('CHANGE', 'EXPENSE', 'WITHDRAWAL', 'BANK_DEPOSIT', 'REFUND', 'COUNTED') then amount < 0
    when kind in ('REVERSAL', 'OVER_SHORT') then amount <> 0
    else false end)
);
create index cash_movements_session on cash_movements (store_id, session_id);
create index cash_movements_document on cash_movements (store_id, document_id);
create index cash_movements_entry on cash_movements (store_id, entry_id);
call make_store_table('cash_movements', 'select, insert', 'what went into and out of a drawer');
call audit_table('cash_movements', 'append-only');

create function drawer_is_open() returns trigger language plpgsql security definer set search_path = erp, pg_catalog as $$
begin
  if exists (select from cash_sessions where store_id = new.store_id and id = new.session_id and closed_at is not null) then
    raise exception 'nothing moves in a closed cash session' using errcode = '42501';
  end if;
  return null;
end $$;
create constraint trigger into_open_drawer after insert on cash_movements not deferrable
  for each row execute function drawer_is_open();

create table cash_expenses (
  store_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  currency text not null check (currency in ('USD', 'VES')),
  amount numeric(20,2) not null check (amount > 0),
  category text not null check (length(category) between 1 and 40),
  description text not null check (length(description) between 3 and 400),
  receipt text check (length(receipt) between 1 and 80),
  receipt_file_id uuid,
  spent_by uuid not null,
  spent_at timestamptz not null,
  primary key (store_id, id),
  foreign key (store_id, session_id) references cash_sessions (store_id, id),
  foreign key (store_id, receipt_file_id) references files (store_id, id)
);
create index cash_expenses_session on cash_expenses (store_id, session_id);
create index cash_expenses_file on cash_expenses (store_id, receipt_file_id) where receipt_file_id is not null;
call make_store_table('cash_expenses', 'select, insert', 'petty cash: what was bought out of a drawer, with its receipt');
call audit_table('cash_expenses', 'append-only');

create table cash_transfers (
  store_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  kind text not null check (kind in ('CASH_IN', 'WITHDRAWAL', 'BANK_DEPOSIT')),
  currency text not null check (currency in ('USD', 'VES')),
  amount numeric(20,2) not null check (amount > 0),
  account_id uuid,
  reference text check (length(reference) between 1 and 80),
  reason text not null check (length(reason) between 3 and 400),
  moved_by uuid not null,
  moved_at timestamptz not null,
  primary key (store_id, id),
  foreign key (store_id, session_id) references cash_sessions (store_id, id),
  foreign key (store_id, account_id) references shop_accounts (store_id, id),
  constraint cash_transfers_bank check (kind <> 'BANK_DEPOSIT' or reference is not null)
);
create index cash_transfers_session on cash_transfers (store_id, session_id);
call make_store_table('cash_transfers', 'select, insert', 'cash that went to the safe or the bank, or came from the safe');
call audit_table('cash_transfers', 'append-only');
