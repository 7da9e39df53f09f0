-- The law's percentages, dated; a new law is a new row. A luxury good has two components.
create table tax_rules (
  id uuid primary key default gen_random_uuid(),
  tax text not null check (tax in ('GENERAL', 'REDUCED', 'LUXURY', 'EXEMPT', 'IGTF')),
  component text not null check (component ~ '^[A-Z_]{3,40}$'),
  position int not null,
  code text not null check (length(code) between 1 and 4),
  percent numeric(7,4) not null check (percent between 0 and 100),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  legal_source text not null check (length(legal_source) between 5 and 400),
  recorded_by uuid,
  recorded_at timestamptz not null default transaction_timestamp()
);
create index tax_rules_lookup on tax_rules (tax, component, valid_from desc, recorded_at desc);
call make_reference_table('tax_rules', 'select, insert', array['SUPER_ADMIN', 'SYSTEM'], 'what IVA and IGTF are, since when, and where that stands');
insert into tax_rules (tax, component, position, code, percent, valid_from, legal_source) values
  ('GENERAL', 'GENERAL', 1, 'G', 16, '2018-09-01', 'LIVA art. 27; Decreto 4.079, G.O. 41.788'),
  ('REDUCED', 'REDUCED', 1, 'R', 8, '2018-09-01', 'LIVA art. 64'),
  ('LUXURY', 'GENERAL', 1, 'A', 16, '2018-09-01', 'LIVA art. 27; Decreto 4.079, G.O. 41.788'),
  ('LUXURY', 'ADDITIONAL', 2, 'A', 15, '2018-09-01', 'LIVA art. 61'),
  ('EXEMPT', 'EXEMPT', 1, 'E', 0, '2018-09-01', 'LIVA arts. 17 a 19'),
  ('IGTF', 'IGTF', 1, 'IGTF', 3, '2022-03-28', 'Ley de reforma del IGTF, G.O. 6.687 Ext.; PA SNAT/2022/000013, G.O. 42.339');
call make_append_only('tax_rules');
call audit_table('tax_rules', 'images');

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
  policy_id text not null,
  policies jsonb not null,
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
  document_discount numeric(20,2) not null check (document_discount >= 0),
  net numeric(20,2) not null check (net >= 0),
  net_ves numeric(20,2) not null,
  tax text not null,
  tax_code text not null,
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
  code text not null,
  percent numeric(7,4) not null,
  components jsonb not null,
  legal_source text not null,
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
