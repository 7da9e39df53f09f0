-- Words that the whole chain shares: what kind of part it is, and which devices it fits.
create table part_categories (
  id uuid primary key,
  name text not null check (length(name) between 1 and 60),
  active boolean not null default true,
  created_at timestamptz not null,
  version int not null default 1
);
create unique index part_categories_name on part_categories (plain_text(name));
call make_reference_table('part_categories', 'select, insert, update', array['MANAGER', 'WAREHOUSE', 'REGIONAL_MANAGER', 'SUPER_ADMIN', 'SYSTEM'], 'categories of parts');
call audit_table('part_categories', 'images');

create table device_models (
  id uuid primary key,
  brand text not null check (length(brand) between 1 and 60),
  name text not null check (length(name) between 1 and 80),
  active boolean not null default true,
  created_at timestamptz not null,
  version int not null default 1
);
create unique index device_models_name on device_models (plain_text(brand), plain_text(name));
call make_reference_table('device_models', 'select, insert, update', array['MANAGER', 'WAREHOUSE', 'REGIONAL_MANAGER', 'SUPER_ADMIN', 'SYSTEM'], 'models of devices that the chain repairs');
call audit_table('device_models', 'images');

create table parts (
  id uuid primary key,
  sku text not null unique check (sku ~ '^[A-Z0-9][A-Z0-9._/-]{0,39}$'),
  name text not null check (length(name) between 1 and 120),
  type text not null check (type in ('PART', 'ACCESSORY')),
  category_id uuid references part_categories (id),
  cost numeric(20,2) not null check (cost >= 0),
  shipping numeric(20,2) not null default 0 check (shipping >= 0),
  operational numeric(20,2) not null default 0 check (operational >= 0),
  warranty_percent numeric(7,4) not null default 10 check (warranty_percent between 0 and 100),
  minimum_stock int not null default 0 check (minimum_stock >= 0),
  active boolean not null default true,
  search text not null default '',
  words tsvector generated always as (to_tsvector('pg_catalog.simple', search)) stored,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null default 1
);
comment on column parts.cost is 'USD, like the rest of the build-up';
comment on column parts.search is 'SKU, name, category and models as single words without case and accents';
create index parts_words on parts using gin (words);
create index parts_category on parts (category_id, sku);
create index parts_updated on parts (updated_at);
call make_reference_table('parts', 'select, insert, update', array['MANAGER', 'WAREHOUSE', 'REGIONAL_MANAGER', 'SUPER_ADMIN', 'SYSTEM'], 'the catalogue of parts and accessories, one for the chain');
call audit_table('parts', 'images');

-- Which devices a part fits. What does not fit any more stays as a row that says so.
create table part_models (
  id uuid primary key,
  part_id uuid not null references parts (id),
  model_id uuid not null references device_models (id),
  fits boolean not null,
  unique (part_id, model_id)
);
create index part_models_model on part_models (model_id);
call make_reference_table('part_models', 'select, insert, update', array['MANAGER', 'WAREHOUSE', 'REGIONAL_MANAGER', 'SUPER_ADMIN', 'SYSTEM'], 'which devices a part fits');
call audit_table('part_models', 'images');

-- A price is never changed: a new one begins on a day. Of two for one day the later written counts.
create table part_prices (
  id uuid primary key,
  ordinal bigint generated always as identity,
  part_id uuid not null references parts (id),
  price numeric(20,2) not null check (price >= 0),
  valid_from date not null,
  reason text check (length(reason) between 1 and 400),
  recorded_by uuid,
  recorded_at timestamptz not null
);
comment on column part_prices.price is 'USD, without taxes';
create index part_prices_day on part_prices (part_id, valid_from desc, ordinal desc);
call make_reference_table('part_prices', 'select, insert', array['MANAGER', 'WAREHOUSE', 'REGIONAL_MANAGER', 'SUPER_ADMIN', 'SYSTEM'], 'what a part sells for since when');
call make_append_only('part_prices');
call audit_table('part_prices', 'images');

-- The price on a day; null before the first one began.
create function part_price(p_part uuid, p_day date) returns numeric language sql stable as $$
  select price from erp.part_prices where part_id = p_part and valid_from <= p_day order by valid_from desc, ordinal desc limit 1
$$;
-- What a part is found by: letters and digits, so that 'PAN-A54' is found by 'a54'.
create function part_search(p_part uuid) returns text language sql stable as $$
  select regexp_replace(erp.plain_text(concat_ws(' ', p.sku, p.name, c.name, (
           select string_agg(m.brand || ' ' || m.name, ' ' order by m.id) from erp.part_models f
             join erp.device_models m on m.id = f.model_id where f.part_id = p.id and f.fits))), '[^a-z0-9]+', ' ', 'g')
    from erp.parts p left join erp.part_categories c on c.id = p.category_id where p.id = p_part
$$;
grant execute on function part_price, part_search to erp_app;

-- The row that every taking locks: what is on hand can neither go below zero nor below what orders have a claim on.
create table stock (
  store_id uuid not null references stores (id),
  id uuid not null,
  part_id uuid not null references parts (id),
  on_hand int not null default 0,
  reserved int not null default 0,
  value numeric(20,2) not null default 0,
  value_ves numeric(20,2) not null default 0,
  minimum int check (minimum >= 0),
  updated_at timestamptz not null,
  version int not null default 1,
  primary key (store_id, id),
  unique (store_id, part_id),
  constraint stock_never_oversold check (0 <= reserved and reserved <= on_hand),
  constraint stock_worth check (value >= 0 and value_ves >= 0 and (on_hand > 0 or (value = 0 and value_ves = 0)))
);
comment on column stock.minimum is 'below which this store orders; null for what the catalogue says';
comment on column stock.value is 'USD: what is on hand cost, by weighted average; the last piece takes the rest';
comment on column stock.value_ves is 'the same in bolívares, each receipt at the official rate of its day';
call make_store_table('stock', 'select, insert, update', 'what the store has of a part, and how much of it is reserved');
call audit_table('stock', 'images');

create table stock_movements (
  store_id uuid not null references stores (id),
  id uuid not null,
  part_id uuid not null references parts (id),
  ordinal bigint generated always as identity,
  kind text not null check (kind in ('RECEIPT', 'ADJUSTMENT', 'COUNT', 'SALE', 'USE', 'RETURN', 'TRANSFER_OUT', 'TRANSFER_IN', 'TRANSFER_BACK')),
  quantity int not null,
  on_hand int not null check (on_hand >= 0),
  value numeric(20,2) not null,
  value_ves numeric(20,2) not null,
  unit_cost numeric(20,8) not null check (unit_cost >= 0),
  paid_cost numeric(20,2) check (paid_cost >= 0),
  reason text check (length(reason) between 1 and 400),
  reference_id uuid,
  order_id uuid,
  moved_by uuid,
  moved_at timestamptz not null,
  business_day date not null,
  primary key (store_id, id),
  constraint stock_movements_direction check (case
    when kind in ('RECEIPT', 'RETURN', 'TRANSFER_IN', 'TRANSFER_BACK') then quantity > 0
    when kind in ('ADJUSTMENT', 'COUNT') then quantity <> 0
    else quantity < 0 end),
  constraint stock_movements_worth check (sign(value) * sign(quantity) >= 0 and sign(value_ves) * sign(quantity) >= 0)
);
comment on column stock_movements.value is 'USD, signed like the quantity: what the movement added to the value of the stock';
comment on column stock_movements.unit_cost is 'the value divided by the quantity';
comment on column stock_movements.paid_cost is 'what the supplier was paid for one, before shipping, operation and warranty fund';
comment on column stock_movements.on_hand is 'what was on hand after it: equal to the sum of the quantities so far';
comment on column stock_movements.reference_id is 'the document that moved it: an invoice, a credit note, a transfer';
create index stock_movements_day on stock_movements (store_id, business_day);
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
  cost numeric(20,2) not null default 0,
  cost_ves numeric(20,2) not null default 0,
  billed_cost numeric(20,2) not null default 0,
  billed_cost_ves numeric(20,2) not null default 0,
  unit_cost numeric(20,8) check (unit_cost >= 0),
  status text not null default 'OPEN' check (status in ('OPEN', 'CONSUMED', 'RELEASED')),
  reserved_by uuid,
  reserved_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null default 1,
  primary key (store_id, id),
  constraint reservations_amounts check (0 <= billed and billed <= taken and taken <= quantity),
  constraint reservations_costs check (0 <= billed_cost and billed_cost <= cost and 0 <= billed_cost_ves and billed_cost_ves <= cost_ves),
  constraint reservations_consumed check ((status = 'CONSUMED') = (taken = quantity))
);
comment on column reservations.cost is 'USD: what those taken cost, with shipping, operation and warranty fund, when they left the shelf';
comment on column reservations.billed_cost is 'USD: the part of cost that stands on invoices';
comment on column reservations.unit_cost is 'what one of those cost that are taken and stand on no invoice, or else of all that were taken';
create index reservations_order on reservations (store_id, order_id, part_id);
create index reservations_part on reservations (store_id, part_id) where status = 'OPEN';
call make_store_table('reservations', 'select, insert, update', 'parts set aside for an order');
call audit_table('reservations', 'images');
