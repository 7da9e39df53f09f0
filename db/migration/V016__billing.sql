-- Numbers without gaps: the counter's row stays locked until the document that takes the number is committed.
create table document_counters (
  issuer_id uuid not null references issuers (id),
  document_type text not null,
  series text not null,
  last bigint not null,
  primary key (issuer_id, document_type, series)
);
call make_register_table('document_counters', 'the last number of each issuer, document type and series');

create function next_number(p_issuer uuid, p_type text, p_series text) returns bigint
language plpgsql security definer set search_path = erp, pg_catalog as $$
declare
  n bigint;
begin
  if not exists (select from stores s where s.issuer_id = p_issuer and (p_series in ('', s.series))
                  and s.id = any (nullif(current_setting('app.store_ids', true), '')::uuid[])) then
    raise exception 'this store does not number for that issuer and series' using errcode = '42501';
  end if;
  insert into document_counters values (p_issuer, p_type, p_series, 1)
    on conflict (issuer_id, document_type, series) do update set last = document_counters.last + 1
    returning last into n;
  return n;
end $$;

grant execute on function next_number to erp_app;

create table invoices (
  store_id uuid not null,
  id uuid not null,
  number text not null,
  control_number text not null,
  issuer_id uuid not null,
  customer_id uuid not null,
  customer_name text not null,
  customer_document text not null,
  order_id uuid,
  issued_by uuid not null,
  issued_at timestamptz not null,
  business_day date not null,
  rate_id uuid not null references exchange_rates (id),
  rate_source text not null,
  rate numeric(20,8) not null check (rate > 0),
  rate_value_date date not null,
  rate_provisional boolean not null,
  rate_reason text not null,
  subtotal numeric(20,2) not null,
  discount numeric(20,2) not null check (discount >= 0),
  total numeric(20,2) not null check (total >= 0),
  total_ves numeric(20,2) not null check (total_ves >= 0),
  primary key (store_id, id),
  unique (store_id, number),
  foreign key (store_id, customer_id) references customers (store_id, id),
  foreign key (store_id, order_id) references service_orders (store_id, id)
);
create unique index invoices_order on invoices (store_id, order_id) where order_id is not null;
create index invoices_customer on invoices (store_id, customer_id);
create index invoices_day on invoices (store_id, business_day);
call make_store_table('invoices', 'select, insert', 'issued invoices: never edited, corrected by credit notes');
call audit_table('invoices', 'append-only');

create table invoice_lines (
  store_id uuid not null,
  id uuid not null,
  invoice_id uuid not null,
  position int not null,
  type text not null check (type in ('SERVICE', 'PART', 'ACCESSORY')),
  part_id uuid references parts (id),
  seller_id uuid,
  description text not null,
  quantity int not null check (quantity > 0),
  unit_price numeric(20,2) not null check (unit_price >= 0),
  discount numeric(20,2) not null check (discount >= 0),
  net numeric(20,2) not null check (net >= 0),
  net_ves numeric(20,2) not null,
  tax text not null check (tax in ('GENERAL', 'REDUCED', 'EXEMPT')),
  tax_percent numeric(7,4) not null,
  unit_cost numeric(20,8),
  primary key (store_id, id),
  unique (store_id, invoice_id, position),
  foreign key (store_id, invoice_id) references invoices (store_id, id)
);
create index invoice_lines_part on invoice_lines (store_id, part_id) where part_id is not null;
call make_store_table('invoice_lines', 'select, insert', 'what was sold, with the cost that was frozen then');
call audit_table('invoice_lines', 'append-only');

create table invoice_taxes (
  store_id uuid not null,
  id uuid not null,
  invoice_id uuid not null,
  tax text not null,
  percent numeric(7,4) not null,
  base numeric(20,2) not null,
  amount numeric(20,2) not null,
  base_ves numeric(20,2) not null,
  amount_ves numeric(20,2) not null,
  primary key (store_id, id),
  unique (store_id, invoice_id, tax),
  foreign key (store_id, invoice_id) references invoices (store_id, id)
);
call make_store_table('invoice_taxes', 'select, insert', 'taxes of an invoice, in both currencies');
call audit_table('invoice_taxes', 'append-only');

-- The one row of an invoice that changes; id is the invoice's.
create table invoice_balances (
  store_id uuid not null,
  id uuid not null,
  balance numeric(20,8) not null check (balance >= 0),
  released_ves numeric(20,2) not null default 0,
  status text not null check (status in ('PENDING', 'PARTIAL', 'PAID')),
  fully_paid_at timestamptz,
  version int not null default 1,
  primary key (store_id, id),
  foreign key (store_id, id) references invoices (store_id, id),
  check ((status = 'PAID') = (balance = 0))
);
create index invoice_balances_open on invoice_balances (store_id, status);
call make_store_table('invoice_balances', 'select, insert, update', 'what is still owed on an invoice');
call audit_table('invoice_balances', 'images');
