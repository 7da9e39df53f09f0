create table parts (
  id uuid primary key,
  sku text not null unique check (sku ~ '^[A-Z0-9][A-Z0-9._/-]{0,39}$'),
  name text not null check (length(name) between 1 and 120),
  type text not null check (type in ('PART', 'ACCESSORY')),
  cost numeric(20,2) not null check (cost >= 0),
  shipping numeric(20,2) not null default 0 check (shipping >= 0),
  operational numeric(20,2) not null default 0 check (operational >= 0),
  price numeric(20,2) not null check (price >= 0),
  minimum_stock int not null default 0 check (minimum_stock >= 0),
  search text generated always as (lower(sku) || ' ' || plain_text(name)) stored,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null default 1
);
comment on column parts.price is 'USD, like the cost build-up';
call make_reference_table('parts', 'select, insert, update', array['MANAGER', 'WAREHOUSE', 'REGIONAL_MANAGER', 'SUPER_ADMIN', 'SYSTEM'], 'the catalogue of parts and accessories, one for the chain');
call audit_table('parts', 'images');

-- The row that every taking locks: what is on hand can neither go below zero nor below what orders have a claim on.
create table stock (
  store_id uuid not null references stores (id),
  id uuid not null,
  part_id uuid not null references parts (id),
  on_hand int not null default 0,
  reserved int not null default 0,
  updated_at timestamptz not null,
  version int not null default 1,
  primary key (store_id, id),
  unique (store_id, part_id),
  constraint stock_never_oversold check (0 <= reserved and reserved <= on_hand)
);
call make_store_table('stock', 'select, insert, update', 'what the store has of a part, and how much of it is reserved');
call audit_table('stock', 'images');

create table stock_movements (
  store_id uuid not null references stores (id),
  id uuid not null,
  part_id uuid not null references parts (id),
  ordinal bigint generated always as identity,
  kind text not null check (kind in ('RECEIPT', 'ADJUSTMENT', 'SALE', 'USE', 'RETURN', 'TRANSFER_OUT', 'TRANSFER_IN')),
  quantity int not null,
  on_hand int not null check (on_hand >= 0),
  unit_cost numeric(20,8) check (unit_cost >= 0),
  reason text check (length(reason) between 1 and 400),
  reference_id uuid,
  order_id uuid,
  moved_by uuid,
  moved_at timestamptz not null,
  primary key (store_id, id),
  constraint stock_movements_direction check (case
    when kind in ('RECEIPT', 'RETURN', 'TRANSFER_IN') then quantity > 0
    when kind = 'ADJUSTMENT' then quantity <> 0
    else quantity < 0 end)
);
comment on column stock_movements.on_hand is 'what was on hand after it: equal to the sum of the quantities so far';
comment on column stock_movements.reference_id is 'the document that moved it: an invoice, a credit note, a transfer';
create index stock_movements_part on stock_movements (store_id, part_id, ordinal);
create index stock_movements_reference on stock_movements (store_id, reference_id) where reference_id is not null;
create index stock_movements_order on stock_movements (store_id, order_id) where order_id is not null;
call make_store_table('stock_movements', 'select, insert', 'the ledger of stock: the only way that on_hand changes');
call audit_table('stock_movements', 'append-only');

-- taken: left the shelf for the order; billed: stands on an invoice. Used but never billed still cost the shop money.
create table reservations (
  store_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  part_id uuid not null references parts (id),
  quantity int not null check (quantity > 0),
  taken int not null default 0,
  billed int not null default 0,
  unit_cost numeric(20,8) check (unit_cost >= 0),
  status text not null default 'OPEN' check (status in ('OPEN', 'CONSUMED', 'RELEASED')),
  reserved_by uuid,
  reserved_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null default 1,
  primary key (store_id, id),
  constraint reservations_amounts check (0 <= billed and billed <= taken and taken <= quantity),
  constraint reservations_consumed check ((status = 'CONSUMED') = (taken = quantity))
);
comment on column reservations.unit_cost is 'what one cost, with shipping, operation and warranty fund, when it left the shelf';
create index reservations_order on reservations (store_id, order_id, part_id);
create index reservations_part on reservations (store_id, part_id) where status = 'OPEN';
call make_store_table('reservations', 'select, insert, update', 'parts set aside for an order');
call audit_table('reservations', 'images');
