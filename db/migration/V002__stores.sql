create table issuers (
  id uuid primary key,
  rif text not null unique check (rif ~ '^[VEJPGC][0-9]{9}$'),
  name text not null check (length(name) between 1 and 200),
  address text not null check (length(address) between 1 and 400),
  version int not null default 1
);
call make_reference_table('issuers', 'select, insert, update', array['SUPER_ADMIN', 'SYSTEM'], 'a RIF that issues invoices for one or more stores');

create table stores (
  id uuid primary key check (id <> '00000000-0000-0000-0000-000000000000'),
  issuer_id uuid not null references issuers (id),
  code text not null unique check (code ~ '^[A-Z]{2,5}-[0-9]{2}$'),
  name text not null check (length(name) between 1 and 120),
  address text not null check (length(address) between 1 and 400),
  phone text,
  series text not null check (series ~ '^[A-Z0-9]{1,4}$'),
  active boolean not null default true,
  created_at timestamptz not null,
  version int not null default 1,
  unique (issuer_id, series)
);
call make_reference_table('stores', 'select, insert, update', array['SUPER_ADMIN', 'SYSTEM'], 'a shop (sede) of the chain');
