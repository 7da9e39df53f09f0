-- What people search by, without case and accents; immutable, so that columns can be generated from it.
create function plain_text(t text) returns text language sql immutable parallel safe set search_path = pg_catalog as $$
  select lower(translate(t, 'áéíóúüñÁÉÍÓÚÜÑ', 'aeiouunaeiouun'))
$$;
grant execute on function plain_text to erp_app;

-- A cédula is the same with or without leading zeros; a RIF (nine digits) is not.
create function document_key(document text) returns text language sql immutable parallel safe set search_path = pg_catalog as $$
  select case when document ~ '^[VE]-[0-9]{5,8}$' then regexp_replace(document, '^([VE])-0+', '\1-') else document end
$$;
grant execute on function document_key to erp_app;

create table customers (
  store_id uuid not null references stores (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  document text not null check (document ~ '^[VEJPGC]-[0-9A-Z]{5,15}$'),
  phone text not null check (phone ~ '^\+[1-9][0-9]{6,14}$'),
  email text check (length(email) between 3 and 254),
  address text check (length(address) between 1 and 400),
  search text generated always as (
    plain_text(name) || ' ' || lower(document) || ' ' || lower(replace(document, '-', '')) || ' ' || phone || ' ' || lower(coalesce(email, ''))) stored,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null default 1,
  primary key (store_id, id)
);
create unique index customers_document on customers (store_id, document_key(document));
create index customers_updated on customers (store_id, updated_at);
call make_store_table('customers', 'select, insert, update', 'who brings devices and buys');
call audit_table('customers', 'images');

-- No column for a PIN, a pattern or a password: a device's credentials have their own sealed table.
create table devices (
  store_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  type text not null check (type in ('PHONE', 'TABLET', 'WATCH', 'LAPTOP', 'OTHER')),
  brand text not null check (length(brand) between 1 and 60),
  model text not null check (length(model) between 1 and 80),
  serial_number text check (length(serial_number) between 1 and 60),
  imei text check (imei ~ '^[0-9]{15}$'),
  color text check (length(color) between 1 and 40),
  search text generated always as (
    plain_text(brand) || ' ' || plain_text(model) || ' ' || coalesce(imei, '') || ' ' || lower(coalesce(serial_number, ''))) stored,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null default 1,
  primary key (store_id, id),
  foreign key (store_id, customer_id) references customers (store_id, id)
);
create index devices_customer on devices (store_id, customer_id, id);
create index devices_imei on devices (store_id, imei) where imei is not null;
call make_store_table('devices', 'select, insert, update', 'what customers bring to be repaired');
call audit_table('devices', 'images');
