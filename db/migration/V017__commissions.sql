create table commission_entries (
  store_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('EARN', 'ADJUST', 'DEBIT', 'CARRY', 'PAYOUT')),
  person_id uuid not null,
  order_id uuid,
  amount numeric(20,2) not null,
  earned_at timestamptz not null,
  period text not null check (period ~ '^[0-9]{4}-[0-9]{2}$'),
  inputs jsonb not null,
  created_at timestamptz not null,
  primary key (store_id, id),
  foreign key (store_id, order_id) references service_orders (store_id, id)
);
create unique index commission_entries_once on commission_entries (store_id, order_id, person_id) where kind = 'EARN';
create index commission_entries_order on commission_entries (store_id, order_id) where order_id is not null;
create index commission_entries_period on commission_entries (store_id, period, person_id);
call make_store_table('commission_entries', 'select, insert', 'what people earned; corrected by further entries, never edited');
call audit_table('commission_entries', 'append-only');
