-- Order numbers per store and series: a counter row taken in the transaction of the intake, so that none is skipped.
create table order_counters (
  store_id uuid not null references stores (id),
  id uuid not null,
  series text not null,
  last int not null default 0 check (last >= 0),
  primary key (store_id, id),
  unique (store_id, series)
);
call make_store_table('order_counters', 'select, insert, update', 'the last order number of a store and series');

create table service_orders (
  store_id uuid not null references stores (id),
  id uuid not null,
  number text not null check (length(number) between 1 and 30),
  customer_id uuid not null,
  device_id uuid not null,
  reported_issue text not null check (length(reported_issue) between 1 and 2000),
  priority text not null check (priority in ('LOW', 'MEDIUM', 'HIGH', 'URGENT', 'WARRANTY')),
  status text not null check (status in ('TRIAGE', 'DIAGNOSIS', 'AWAITING_PART', 'MICRO_SOLDERING', 'QA', 'READY', 'DELIVERED', 'WARRANTY', 'CANCELLED')),
  status_since timestamptz not null,
  technician_id uuid references users (id),
  technician_membership_id uuid,
  diagnosis text check (length(diagnosis) between 1 and 4000),
  received_at timestamptz not null,
  ready_at timestamptz,
  delivered_by uuid,
  delivered_at timestamptz,
  updated_at timestamptz not null,
  version int not null default 1,
  primary key (store_id, id),
  unique (store_id, number),
  foreign key (store_id, customer_id) references customers (store_id, id),
  foreign key (store_id, device_id) references devices (store_id, id),
  foreign key (store_id, technician_membership_id) references memberships (store_id, id),
  check ((technician_id is null) = (technician_membership_id is null)),
  check (status not in ('READY', 'DELIVERED', 'WARRANTY') or ready_at is not null),
  check (status not in ('DELIVERED', 'WARRANTY') or delivered_at is not null)
);
create index service_orders_status on service_orders (store_id, status, id);
create index service_orders_technician on service_orders (store_id, technician_id, id);
create index service_orders_membership on service_orders (store_id, technician_membership_id);
create index service_orders_customer on service_orders (store_id, customer_id, id);
create index service_orders_device on service_orders (store_id, device_id, id);
create index service_orders_updated on service_orders (store_id, updated_at);
call make_store_table('service_orders', 'select, insert, update', 'a device that was received for repair');
call audit_table('service_orders', 'images');

-- What customer and shop agreed on when the device was handed in: never changed afterwards.
create table order_intakes (
  store_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  checklist jsonb not null check (jsonb_typeof(checklist) = 'object'),
  terms_accepted boolean not null check (terms_accepted),
  received_by uuid,
  received_at timestamptz not null,
  primary key (store_id, id),
  unique (store_id, order_id),
  foreign key (store_id, order_id) references service_orders (store_id, id)
);
call make_store_table('order_intakes', 'select, insert', 'checklist and accepted terms of an intake');
call audit_table('order_intakes', 'append-only');

create table order_transitions (
  store_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  ordinal bigint generated always as identity,
  from_status text,
  to_status text not null,
  note text check (length(note) between 1 and 2000),
  moved_by uuid,
  moved_at timestamptz not null,
  primary key (store_id, id),
  foreign key (store_id, order_id) references service_orders (store_id, id)
);
create index order_transitions_order on order_transitions (store_id, order_id, ordinal);
call make_store_table('order_transitions', 'select, insert', 'every state an order was in, and who moved it there');
call audit_table('order_transitions', 'append-only');

create table qa_results (
  store_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  ordinal bigint generated always as identity,
  passed boolean not null,
  tests jsonb not null check (jsonb_typeof(tests) = 'array'),
  notes text check (length(notes) between 1 and 2000),
  technician_id uuid,
  checked_by uuid not null,
  checked_at timestamptz not null,
  primary key (store_id, id),
  foreign key (store_id, order_id) references service_orders (store_id, id),
  constraint qa_by_another_person check (checked_by is distinct from technician_id)
);
comment on column qa_results.technician_id is 'whose work it was at that moment';
create index qa_results_order on qa_results (store_id, order_id, ordinal);
call make_store_table('qa_results', 'select, insert', 'what the check of a repaired device found');
call audit_table('qa_results', 'append-only');

-- inventory comes first, so it could not name the orders yet
alter table reservations add foreign key (store_id, order_id) references service_orders (store_id, id);
alter table stock_movements add foreign key (store_id, order_id) references service_orders (store_id, id);
