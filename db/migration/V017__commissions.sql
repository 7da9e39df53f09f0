insert into accounts (id, code, number, kind, name, name_en) values
  (gen_random_uuid(), 'COMMISSIONS_PAYABLE', '2.1.30', 'LIABILITY', 'Comisiones por pagar', 'Commissions payable'),
  (gen_random_uuid(), 'COMMISSIONS', '6.1.30', 'EXPENSE', 'Comisiones', 'Commissions');

-- What everybody earns unless their store decided otherwise.
create table commission_standards (
  id uuid primary key,
  basis text not null check (basis in ('GROSS_PROFIT', 'UNIT', 'ACCESSORIES')),
  role text,
  rate numeric(20,4) not null check (rate >= 0),
  source text not null check (length(source) between 5 and 400)
);
comment on column commission_standards.rate is 'percent, for a UNIT dollars';
comment on column commission_standards.role is 'null is whoever did it';
call make_reference_table('commission_standards', 'select', array['SUPER_ADMIN', 'SYSTEM'], 'what is earned where a store decided nothing');
call audit_table('commission_standards', 'images');
insert into commission_standards (id, basis, role, rate, source) values
  (gen_random_uuid(), 'GROSS_PROFIT', null, 35, 'práctica del taller: 35 % de la ganancia bruta de quien repara'),
  (gen_random_uuid(), 'UNIT', 'SUPERVISOR', 1, 'práctica del taller: un dólar por unidad entregada por la encargada'),
  (gen_random_uuid(), 'ACCESSORIES', null, 10, 'práctica del taller: 10 % de los accesorios, a quien los vendió');

-- What a store decided for a role or a person; a later decision is a further row. The more particular one counts.
create table commission_rules (
  store_id uuid not null references stores (id),
  id uuid not null,
  ordinal bigint generated always as identity,
  basis text not null check (basis in ('GROSS_PROFIT', 'UNIT', 'ACCESSORIES')),
  role text,
  person_id uuid references users (id),
  rate numeric(20,4) not null check (rate >= 0),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  reason text not null check (length(reason) between 5 and 400),
  decided_by uuid,
  decided_at timestamptz not null,
  primary key (store_id, id),
  check (role is null or person_id is null),
  check (basis = 'UNIT' or rate <= 100)
);
create index commission_rules_lookup on commission_rules (store_id, basis, valid_from desc, ordinal desc);
call make_store_table('commission_rules', 'select, insert', 'shares and amounts that a store decided, dated');
call audit_table('commission_rules', 'append-only');

-- How a store counts where shops differ; the row of the newest day that has begun counts.
create table commission_terms (
  store_id uuid not null references stores (id),
  id uuid not null,
  ordinal bigint generated always as identity,
  valid_from date not null,
  negative_profit text not null check (negative_profit in ('FLOOR_ZERO', 'CARRY')),
  accessory_base text not null check (accessory_base in ('NET_PRICE', 'GROSS_PROFIT')),
  on_partial text not null check (on_partial in ('NONE', 'PROPORTIONAL')),
  debit_cap text not null check (debit_cap in ('FULL', 'ORIGINAL_COMMISSION', 'PERCENT')),
  debit_cap_percent numeric(7,4) not null check (debit_cap_percent between 0 and 100),
  cap_scope text not null check (cap_scope in ('CARRY_ONLY', 'ALL_DEBITS')),
  answer_days int not null check (answer_days between 0 and 60),
  reason text not null check (length(reason) between 5 and 400),
  decided_by uuid,
  decided_at timestamptz not null,
  primary key (store_id, id)
);
create index commission_terms_lookup on commission_terms (store_id, valid_from desc, ordinal desc);
call make_store_table('commission_terms', 'select, insert', 'how a store counts commissions where shops differ, dated');
call audit_table('commission_terms', 'append-only');

-- From which day until before which other one a store counts how: without gaps, and the standard before it decided anything.
create function commission_terms_of(p_store uuid)
returns table (begins date, ends date, negative_profit text, accessory_base text, on_partial text, debit_cap text, debit_cap_percent numeric, cap_scope text, answer_days int)
language sql stable set search_path = erp, pg_catalog as $$
  select t.valid_from, lead(t.valid_from, 1, date 'infinity') over (order by t.valid_from),
         t.negative_profit, t.accessory_base, t.on_partial, t.debit_cap, t.debit_cap_percent, t.cap_scope, t.answer_days
    from (select distinct on (valid_from) * from commission_terms where store_id = p_store order by valid_from, ordinal desc) t
  union all
  select date '-infinity', coalesce((select min(valid_from) from commission_terms where store_id = p_store), date 'infinity'),
         'FLOOR_ZERO', 'NET_PRICE', 'NONE', 'FULL', 100, 'CARRY_ONLY', 0
$$;

create function commission_terms_on(p_store uuid, p_day date)
returns table (negative_profit text, accessory_base text, on_partial text, debit_cap text, debit_cap_percent numeric, cap_scope text, answer_days int)
language sql stable set search_path = erp, pg_catalog as $$
  select negative_profit, accessory_base, on_partial, debit_cap, debit_cap_percent, cap_scope, answer_days
    from commission_terms_of(p_store) where begins <= p_day and p_day < ends
$$;

-- What a person earns for a basis on a day: the own decision before the role's, the role's before everybody's, and the
-- standard last.
create function commission_rate(p_store uuid, p_basis text, p_person uuid, p_day date) returns numeric
language sql stable set search_path = erp, pg_catalog as $$
  select found.rate
    from (select (select m.role from memberships m
                   where m.store_id = p_store and m.user_id = p_person and (m.started_at at time zone 'America/Caracas')::date <= p_day
                   order by m.started_at desc limit 1) role) own,
    lateral (
      select r.rate, case when r.person_id is not null then 1 when r.role is not null then 2 else 3 end particular, r.valid_from, r.ordinal
        from commission_rules r
       where r.store_id = p_store and r.basis = p_basis and r.valid_from <= p_day and coalesce(r.valid_to, p_day) >= p_day
         and (r.person_id = p_person or r.person_id is null and (r.role = own.role or r.role is null))
      union all
      select s.rate, case when s.role is not null then 4 else 5 end, date '0001-01-01', 0
        from commission_standards s where s.basis = p_basis and (s.role = own.role or s.role is null)) found
   order by found.particular, found.valid_from desc, found.ordinal desc limit 1
$$;
grant execute on function commission_terms_of, commission_terms_on, commission_rate to erp_app;

-- Who repaired an order together, and in which shares; a later decision replaces the one before.
create table commission_splits (
  store_id uuid not null,
  id uuid not null,
  ordinal bigint generated always as identity,
  order_id uuid not null,
  mode text not null check (mode in ('POOL', 'OWN_RATE')),
  reason text not null check (length(reason) between 5 and 400),
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (store_id, id),
  foreign key (store_id, order_id) references service_orders (store_id, id)
);
create index commission_splits_order on commission_splits (store_id, order_id, ordinal desc);
call make_store_table('commission_splits', 'select, insert', 'orders that several people repaired');
call audit_table('commission_splits', 'append-only');

create table commission_shares (
  store_id uuid not null,
  id uuid not null,
  split_id uuid not null,
  position int not null,
  person_id uuid not null references users (id),
  percent numeric(7,4) not null check (percent > 0 and percent <= 100),
  primary key (store_id, id),
  unique (store_id, split_id, position),
  unique (store_id, split_id, person_id),
  foreign key (store_id, split_id) references commission_splits (store_id, id)
);
call make_store_table('commission_shares', 'select, insert', 'the share of each of those who repaired an order together');
call audit_table('commission_shares', 'append-only');

-- A month of commissions. approvals counts how often it was approved: statements of an approval that was taken back
-- stay on record and count no more.
create table commission_periods (
  store_id uuid not null references stores (id),
  id uuid not null,
  period text not null check (period ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  state text not null check (state in ('CALCULATED', 'APPROVED', 'PAID', 'CLOSED')),
  calculated_by uuid,
  calculated_at timestamptz not null,
  approvals int not null default 0,
  approved_by uuid,
  approved_at timestamptz,
  reopened_by uuid,
  reopened_at timestamptz,
  reopen_reason text check (length(reopen_reason) between 5 and 400),
  closed_by uuid,
  closed_at timestamptz,
  version int not null default 1,
  primary key (store_id, id),
  unique (store_id, period),
  constraint commission_periods_two_people check (approved_by is distinct from calculated_by or calculated_by is null),
  check (state not in ('APPROVED', 'PAID', 'CLOSED') or approved_by is not null)
);
call make_store_table('commission_periods', 'select, insert, update', 'months of commissions and how far each of them is');
call audit_table('commission_periods', 'images');

create function closed_commissions_stay() returns trigger language plpgsql as $$
begin
  if old.state = 'CLOSED' or old.state = 'PAID' and new.state <> 'CLOSED' then
    raise exception 'commissions of % are %', old.period, lower(old.state) using errcode = '42501';
  end if;
  return new;
end $$;
create trigger closed_stays before update on commission_periods for each row execute function closed_commissions_stay();
alter table commission_periods enable always trigger closed_stays;

-- What a person is paid for a month, frozen when it is approved; how it was computed stands beside it.
create table commission_statements (
  store_id uuid not null,
  id uuid not null,
  period_id uuid not null,
  approval int not null,
  person_id uuid not null references users (id),
  earned numeric(20,2) not null,
  debited numeric(20,2) not null,
  opening_carry numeric(20,2) not null check (opening_carry <= 0),
  cap numeric(20,2) not null check (cap >= 0),
  recovered numeric(20,2) not null check (recovered >= 0),
  pay numeric(20,2) not null check (pay >= 0),
  closing_carry numeric(20,2) not null check (closing_carry <= 0),
  cap_scope text not null,
  entries int not null,
  sha256 text not null,
  approved_at timestamptz not null,
  primary key (store_id, id),
  unique (store_id, period_id, approval, person_id),
  foreign key (store_id, period_id) references commission_periods (store_id, id),
  check (earned + debited + opening_carry = pay + closing_carry)
);
comment on column commission_statements.earned is 'EARN and ADJUST of the month; debits and what took them back stand apart';
comment on column commission_statements.sha256 is 'over the canonical text of the entries and the figures';
call make_store_table('commission_statements', 'select, insert', 'what each person is paid for a month, as it was approved');
call audit_table('commission_statements', 'append-only');

create table commission_payouts (
  store_id uuid not null,
  id uuid not null,
  statement_id uuid not null,
  person_id uuid not null references users (id),
  usd numeric(20,2) not null check (usd >= 0),
  method text not null references payment_methods (code),
  currency text not null check (currency in ('USD', 'VES', 'USDT')),
  amount numeric(20,2) not null check (amount >= 0),
  rate_id uuid not null references exchange_rates (id),
  rate numeric(20,8) not null check (rate > 0),
  rate_source text not null,
  rate_value_date date not null,
  account_id uuid,
  reference text check (length(reference) between 1 and 80),
  session_id uuid,
  entry_id uuid,
  paid_by uuid not null,
  paid_at timestamptz not null,
  primary key (store_id, id),
  unique (store_id, statement_id),
  foreign key (store_id, statement_id) references commission_statements (store_id, id),
  foreign key (store_id, account_id) references shop_accounts (store_id, id),
  foreign key (store_id, session_id) references cash_sessions (store_id, id),
  foreign key (store_id, entry_id) references journal_entries (store_id, id)
);
create index commission_payouts_account on commission_payouts (store_id, account_id) where account_id is not null;
create index commission_payouts_session on commission_payouts (store_id, session_id) where session_id is not null;
create index commission_payouts_entry on commission_payouts (store_id, entry_id) where entry_id is not null;
call make_store_table('commission_payouts', 'select, insert', 'statements as they were paid: each once');
call audit_table('commission_payouts', 'append-only');

create table commission_debits (
  store_id uuid not null,
  id uuid not null,
  person_id uuid not null references users (id),
  order_id uuid,
  cause text not null check (cause ~ '^[A-Z_]{3,40}$'),
  amount numeric(20,2) not null check (amount > 0),
  description text not null check (length(description) between 5 and 1000),
  evidence text[] not null,
  rework_person_id uuid references users (id),
  rework_amount numeric(20,2) check (rework_amount > 0),
  answer_until date not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  primary key (store_id, id),
  foreign key (store_id, order_id) references service_orders (store_id, id),
  check (num_nulls(rework_person_id, rework_amount) in (0, 2))
);
comment on column commission_debits.evidence is 'what shows it, in words; pictures and papers are in commission_debit_files';
create index commission_debits_order on commission_debits (store_id, order_id) where order_id is not null;
create index commission_debits_person on commission_debits (store_id, person_id, id);
call make_store_table('commission_debits', 'select, insert', 'what somebody proposes to charge to a person');
call audit_table('commission_debits', 'append-only');

create table commission_debit_files (
  store_id uuid not null,
  id uuid not null,
  debit_id uuid not null,
  file_id uuid not null,
  primary key (store_id, id),
  unique (store_id, debit_id, file_id),
  foreign key (store_id, debit_id) references commission_debits (store_id, id),
  foreign key (store_id, file_id) references files (store_id, id)
);
create index commission_debit_files_file on commission_debit_files (store_id, file_id);
call make_store_table('commission_debit_files', 'select, insert', 'pictures and papers that show why somebody is to be charged');
call audit_table('commission_debit_files', 'append-only');

create table commission_debit_decisions (
  store_id uuid not null,
  id uuid not null,
  debit_id uuid not null,
  decision text not null check (decision in ('APPROVED', 'REFUSED', 'REVERSED')),
  charged numeric(20,2) not null check (charged >= 0),
  note text check (length(note) between 3 and 400),
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (store_id, id),
  foreign key (store_id, debit_id) references commission_debits (store_id, id),
  check (decision = 'APPROVED' or note is not null)
);
create unique index commission_debit_decisions_once on commission_debit_decisions (store_id, debit_id, (decision = 'REVERSED'));
call make_store_table('commission_debit_decisions', 'select, insert', 'debits that another person approved, refused or took back');
call audit_table('commission_debit_decisions', 'append-only');

create table commission_answers (
  store_id uuid not null,
  id uuid not null,
  debit_id uuid not null,
  answer text not null check (length(answer) between 1 and 2000),
  answered_by uuid not null,
  answered_at timestamptz not null,
  primary key (store_id, id),
  foreign key (store_id, debit_id) references commission_debits (store_id, id)
);
create index commission_answers_debit on commission_answers (store_id, debit_id);
call make_store_table('commission_answers', 'select, insert', 'what a person says to a debit');
call audit_table('commission_answers', 'append-only');

-- What people earned and what corrects it. total is what the subject should have brought altogether when the entry was
-- written; amount is that less the entries before. version counts the entries of a person for a subject and basis: the
-- unique keys make a second writer of the same entry impossible.
create table commission_entries (
  store_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('EARN', 'ADJUST', 'DEBIT', 'CARRY', 'PAYOUT')),
  basis text not null check (basis in ('GROSS_PROFIT', 'UNIT', 'ACCESSORIES', 'REWORK', 'DEBIT', 'STATEMENT')),
  person_id uuid not null,
  order_id uuid,
  invoice_id uuid,
  debit_id uuid,
  statement_id uuid,
  version int not null check (version > 0),
  amount numeric(20,2) not null check (amount <> 0),
  earned_at timestamptz not null,
  period text not null check (period ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  revenue numeric(20,2),
  cost numeric(20,2),
  base numeric(20,2),
  rate numeric(20,4),
  share numeric(7,4),
  paid_share numeric(9,8),
  total numeric(20,2) not null,
  terms text,
  cause text check (cause in ('CREDIT_NOTE', 'NOT_PAID', 'PAID_AGAIN', 'RECOMPUTED')),
  cause_id uuid,
  formula smallint not null default 1,
  settlement_id uuid,
  created_at timestamptz not null,
  primary key (store_id, id),
  foreign key (store_id, order_id) references service_orders (store_id, id),
  foreign key (store_id, invoice_id) references invoices (store_id, id),
  foreign key (store_id, debit_id) references commission_debits (store_id, id),
  foreign key (store_id, statement_id) references commission_statements (store_id, id),
  check (num_nonnulls(order_id, invoice_id, debit_id, statement_id) >= 1)
);
comment on column commission_entries.invoice_id is 'of a sale over the counter; an order names its own';
comment on column commission_entries.rate is 'percent, for a UNIT dollars: as it was valid on the day of delivery';
create unique index commission_entries_order on commission_entries (store_id, order_id, person_id, basis, version) where order_id is not null;
create unique index commission_entries_invoice on commission_entries (store_id, invoice_id, person_id, basis, version) where invoice_id is not null;
create unique index commission_entries_debit on commission_entries (store_id, debit_id, person_id, basis, version) where debit_id is not null;
create unique index commission_entries_statement on commission_entries (store_id, statement_id, period, basis, version) where statement_id is not null;
create index commission_entries_period on commission_entries (store_id, period, person_id);
call make_store_table('commission_entries', 'select, insert', 'what people earned; corrected by further entries, never edited');
call audit_table('commission_entries', 'append-only');

-- What a settlement has to look at again: an order or a sale over the counter of which something changed since the last one,
-- or all of them from a day on, because it was decided anew who earns what. Written by the transaction that changes it, so
-- that none is missed that commits late; rows are only added, so that nobody waits for a settlement.
create table commission_changes (
  store_id uuid not null,
  id uuid not null default gen_random_uuid(),
  subject_id uuid,
  from_day date,
  primary key (store_id, id),
  check (num_nonnulls(subject_id, from_day) = 1)
);
create index commission_changes_days on commission_changes (store_id, from_day) where from_day is not null;
comment on column commission_changes.subject_id is 'the order, or the invoice of a sale over the counter';
call make_store_table('commission_changes', 'select, insert, delete', 'what changed for commissions since they were settled');

-- Conditions of triggers name each column: PostgreSQL prints a comparison of rows otherwise after a restore than before, and
-- the proof of a backup compares what is printed.

-- Who invoices an order holds it, and so does who hands it over: one that is not handed over yet will be looked at then.
create function commission_bill_changed() returns trigger language plpgsql set search_path = erp, pg_catalog as $$
begin
  insert into commission_changes (store_id, subject_id)
    select i.store_id, coalesce(i.order_id, i.id) from invoices i
     where i.store_id = new.store_id and i.id = new.id
       and (tg_op = 'UPDATE' or i.order_id is null and new.status <> 'PENDING'
            or exists (select from service_orders o where o.store_id = i.store_id and o.id = i.order_id and o.delivered_at is not null));
  return null;
end $$;
create trigger commissions_change after insert or update on invoice_balances for each row execute function commission_bill_changed();
alter table invoice_balances enable always trigger commissions_change;

create function commission_handover_changed() returns trigger language plpgsql set search_path = erp, pg_catalog as $$
begin
  insert into commission_changes (store_id, subject_id) values (new.store_id, new.id);
  return null;
end $$;
create trigger commissions_change after update on service_orders for each row
  when (coalesce(old.delivered_at, new.delivered_at) is not null
    and (old.delivered_at is distinct from new.delivered_at or old.technician_id is distinct from new.technician_id
      or old.delivered_by is distinct from new.delivered_by or old.priority is distinct from new.priority))
  execute function commission_handover_changed();
alter table service_orders enable always trigger commissions_change;

create function commission_order_changed() returns trigger language plpgsql set search_path = erp, pg_catalog as $$
begin
  insert into commission_changes (store_id, subject_id) values (new.store_id, new.order_id);
  return null;
end $$;
create trigger commissions_change after update on reservations for each row
  when (old.taken is distinct from new.taken or old.billed is distinct from new.billed
    or old.unit_cost is distinct from new.unit_cost)
  execute function commission_order_changed();
alter table reservations enable always trigger commissions_change;
create trigger commissions_change after insert on commission_splits for each row execute function commission_order_changed();
alter table commission_splits enable always trigger commissions_change;

create function commission_rules_changed() returns trigger language plpgsql set search_path = erp, pg_catalog as $$
begin
  insert into commission_changes (store_id, from_day) values (new.store_id, new.valid_from);
  return null;
end $$;
create trigger commissions_change after insert on commission_rules for each row execute function commission_rules_changed();
alter table commission_rules enable always trigger commissions_change;
create trigger commissions_change after insert on commission_terms for each row execute function commission_rules_changed();
alter table commission_terms enable always trigger commissions_change;

-- A person's role decides where no rule names the person.
create function commission_role_changed() returns trigger language plpgsql set search_path = erp, pg_catalog as $$
begin
  insert into commission_changes (store_id, from_day) values (new.store_id, (new.started_at at time zone 'America/Caracas')::date);
  return null;
end $$;
create trigger commissions_change after insert on memberships for each row execute function commission_role_changed();
alter table memberships enable always trigger commissions_change;

create function commission_standards_changed() returns trigger language plpgsql set search_path = erp, pg_catalog as $$
begin
  insert into commission_changes (store_id, from_day) select id, date '-infinity' from stores;
  return null;
end $$;
create trigger commissions_change after insert or update or delete on commission_standards
  for each statement execute function commission_standards_changed();
alter table commission_standards enable always trigger commissions_change;

-- The account of each person in the books: what settlements and debits added, what payouts took.
create table commission_postings (
  store_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('SETTLEMENT', 'DEBIT', 'PAYOUT')),
  document_id uuid not null,
  person_id uuid not null,
  period text not null,
  usd numeric(20,2) not null,
  ves numeric(20,2) not null,
  entry_id uuid not null,
  posted_at timestamptz not null,
  primary key (store_id, id),
  unique (store_id, document_id, person_id, period),
  foreign key (store_id, entry_id) references journal_entries (store_id, id)
);
comment on column commission_postings.document_id is 'the settlement, the debit''s decision or the payout';
create index commission_postings_entry on commission_postings (store_id, entry_id);
create index commission_postings_person on commission_postings (store_id, person_id);
call make_store_table('commission_postings', 'select, insert', 'what the books owe each person in commissions');
call audit_table('commission_postings', 'append-only');

-- A month that was approved takes no entry any more but those of its payment, and a paid one none at all.
create function commissions_are_open() returns trigger language plpgsql security definer set search_path = erp, pg_catalog as $$
declare
  late record;
begin
  select n.period, p.state into late from (select distinct store_id, period, kind from new_rows) n
    join commission_periods p on p.store_id = n.store_id and p.period = n.period
   where p.state in ('PAID', 'CLOSED') or p.state = 'APPROVED' and n.kind not in ('CARRY', 'PAYOUT') limit 1;
  if found then
    raise exception 'commissions of % are %', late.period, lower(late.state) using errcode = '42501';
  end if;
  return null;
end $$;
create trigger into_open_period after insert on commission_entries referencing new table as new_rows
  for each statement execute function commissions_are_open();
alter table commission_entries enable always trigger into_open_period;

alter table cash_movements drop constraint cash_movements_direction;
alter table cash_movements add constraint cash_movements_direction check (case
    when kind in ('FLOAT', 'TENDER', 'ADVANCE', 'CASH_IN') then amount > 0
    when kind in ('CHANGE', 'EXPENSE', 'WITHDRAWAL', 'BANK_DEPOSIT', 'REFUND', 'COUNTED', 'COMMISSION') then amount < 0
    when kind in ('REVERSAL', 'OVER_SHORT') then amount <> 0
    else false end);
