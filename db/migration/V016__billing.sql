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
call audit_table('tax_rules', 'images');
insert into tax_rules (tax, component, position, code, percent, valid_from, legal_source) values
  ('GENERAL', 'GENERAL', 1, 'G', 16, '2018-09-01', 'LIVA art. 27; Decreto 4.079, G.O. 41.788'),
  ('REDUCED', 'REDUCED', 1, 'R', 8, '2018-09-01', 'LIVA art. 64'),
  ('LUXURY', 'GENERAL', 1, 'A', 16, '2018-09-01', 'LIVA art. 27; Decreto 4.079, G.O. 41.788'),
  ('LUXURY', 'ADDITIONAL', 2, 'A', 15, '2018-09-01', 'LIVA art. 61'),
  ('EXEMPT', 'EXEMPT', 1, 'E', 0, '2018-09-01', 'LIVA arts. 17 a 19'),
  ('IGTF', 'IGTF', 1, 'IGTF', 3, '2022-03-28', 'Ley de reforma del IGTF, G.O. 6.687 Ext.; PA SNAT/2022/000013, G.O. 42.339');
call make_append_only('tax_rules');

-- Numbers without gaps: the counter's row stays locked until the document that takes the number is committed, and is the
-- last thing that an act locks.
create table document_counters (
  issuer_id uuid not null references issuers (id),
  document_type text not null,
  series text not null,
  last bigint not null,
  primary key (issuer_id, document_type, series)
);
call make_register_table('document_counters', 'the last number of each issuer, document type and series');

create procedure require_own_issuer(p_issuer uuid, p_series text) language plpgsql security definer set search_path = erp, pg_catalog as $$
begin
  if not exists (select from stores s where s.issuer_id = p_issuer and (p_series in ('', s.series))
                  and s.id = any (nullif(current_setting('app.store_ids', true), '')::uuid[])) then
    raise exception 'this store does not number for that issuer and series' using errcode = '42501';
  end if;
end $$;
revoke execute on procedure require_own_issuer from public;

create function next_number(p_issuer uuid, p_type text, p_series text) returns bigint
language plpgsql security definer set search_path = erp, pg_catalog as $$
declare
  n bigint;
begin
  call require_own_issuer(p_issuer, p_series);
  insert into document_counters values (p_issuer, p_type, p_series, 1)
    on conflict (issuer_id, document_type, series) do update set last = document_counters.last + 1
    returning last into n;
  return n;
end $$;

-- The control number belongs to the issuer and not to a store (PA SNAT/2011/00071 art. 44): every one that was ever used,
-- by a document or by a form that was spoiled.
create table control_numbers (
  issuer_id uuid not null references issuers (id),
  control_number text not null check (control_number ~ '^[0-9]{2}-[0-9]{1,8}$'),
  store_id uuid not null,
  document_id uuid,
  primary key (issuer_id, control_number)
);
call make_register_table('control_numbers', 'every control number of an issuer that was used');

-- Lots of forms from an authorised print shop. An issuer that has entered one uses no number outside of its lots.
create table control_ranges (
  id uuid primary key,
  issuer_id uuid not null references issuers (id),
  prefix text not null check (prefix ~ '^[0-9]{2}$'),
  first_number bigint not null check (first_number between 1 and 99999999),
  last_number bigint not null check (last_number between 1 and 99999999),
  printer_name text not null check (length(printer_name) between 1 and 200),
  printer_rif text not null check (printer_rif ~ '^[VEJPGC][0-9]{9}$'),
  authorisation text not null check (length(authorisation) between 1 and 200),
  printed_on date not null,
  recorded_at timestamptz not null,
  check (first_number <= last_number),
  unique (issuer_id, prefix, first_number)
);
call make_reference_table('control_ranges', 'select, insert', array['SUPER_ADMIN', 'SYSTEM'], 'lots of pre-printed forms and who printed them');
call make_append_only('control_ranges');
call audit_table('control_ranges', 'images');

-- The next pre-printed form of the issuer.
create function take_form(p_issuer uuid, p_store uuid, p_document uuid) returns text
language plpgsql security definer set search_path = erp, pg_catalog as $$
declare
  n bigint;
  lot control_ranges;
  control text;
begin
  n := next_number(p_issuer, 'CONTROL', '');
  if exists (select from control_ranges where issuer_id = p_issuer) then
    select * into lot from control_ranges where issuer_id = p_issuer and last_number >= n order by first_number limit 1;
    if not found then
      raise exception 'the lots of forms are used up' using errcode = 'ERP04';
    end if;
    if n < lot.first_number then
      n := lot.first_number;
      update document_counters set last = n where (issuer_id, document_type, series) = (p_issuer, 'CONTROL', '');
    end if;
  end if;
  control := coalesce(lot.prefix, '00') || '-' || lpad(n::text, 8, '0');
  insert into control_numbers values (p_issuer, control, p_store, p_document);
  return control;
end $$;

-- A number that a provider assigned; whether it was free or is this document's already.
create function enter_control(p_issuer uuid, p_store uuid, p_document uuid, p_control text) returns boolean
language plpgsql security definer set search_path = erp, pg_catalog as $$
begin
  call require_own_issuer(p_issuer, '');
  insert into control_numbers values (p_issuer, p_control, p_store, p_document) on conflict do nothing;
  return exists (select from control_numbers where issuer_id = p_issuer and control_number = p_control and document_id = p_document);
end $$;
grant execute on function next_number, take_form, enter_control to erp_app;

-- Every numbered document, whatever it is: one row, so that no number can be used twice or be missing unseen.
create table documents (
  store_id uuid not null,
  id uuid not null,
  type text not null check (type in ('INVOICE', 'CREDIT_NOTE', 'DEBIT_NOTE', 'NON_FISCAL', 'NON_FISCAL_CREDIT', 'NON_FISCAL_DEBIT', 'DELIVERY_NOTE')),
  issuer_id uuid not null references issuers (id),
  series text not null,
  ordinal bigint not null check (ordinal > 0),
  number text not null,
  channel text not null check (channel in ('NONE', 'FREE_FORM', 'DIGITAL')),
  business_day date not null,
  issued_at timestamptz not null,
  tracking_code text not null check (length(tracking_code) = 22),
  primary key (store_id, id),
  unique (store_id, type, series, ordinal),
  unique (store_id, tracking_code),
  unique (store_id, number)
);
create index documents_day on documents (store_id, business_day);
create index documents_digital on documents (store_id, id) where channel = 'DIGITAL';
call make_store_table('documents', 'select, insert', 'the numbers of all documents, fiscal and not');
call audit_table('documents', 'append-only');

-- Which form a document stands on; a document that is printed again on another form gets a further row. The newest counts.
create table control_assignments (
  store_id uuid not null,
  id uuid not null,
  ordinal bigint generated always as identity,
  document_id uuid not null,
  control_number text not null,
  channel text not null check (channel in ('FREE_FORM', 'DIGITAL')),
  provider_reference text,
  answer_sha256 text,
  assigned_at timestamptz not null,
  primary key (store_id, id),
  unique (store_id, control_number),
  foreign key (store_id, document_id) references documents (store_id, id)
);
create index control_assignments_document on control_assignments (store_id, document_id, ordinal desc);
call make_store_table('control_assignments', 'select, insert', 'control numbers given to documents, at issue or later by a provider');
call audit_table('control_assignments', 'append-only');

create table control_attempts (
  store_id uuid not null,
  id uuid not null,
  document_id uuid not null,
  outcome text not null check (outcome in ('ASSIGNED', 'REFUSED', 'UNANSWERED')),
  detail text not null,
  attempted_at timestamptz not null,
  primary key (store_id, id),
  foreign key (store_id, document_id) references documents (store_id, id)
);
create index control_attempts_document on control_attempts (store_id, document_id, id desc);
call make_store_table('control_attempts', 'select, insert', 'every time that a provider was asked for a control number, and what came of it');
call audit_table('control_attempts', 'append-only');

create table spoiled_forms (
  store_id uuid not null,
  id uuid not null,
  issuer_id uuid not null references issuers (id),
  control_number text not null,
  document_id uuid,
  reason text not null check (length(reason) between 5 and 400),
  business_day date not null,
  spoiled_by uuid not null,
  spoiled_at timestamptz not null,
  primary key (store_id, id),
  unique (store_id, control_number),
  foreign key (store_id, document_id) references documents (store_id, id)
);
create index spoiled_forms_day on spoiled_forms (store_id, business_day);
call make_store_table('spoiled_forms', 'select, insert', 'forms that were spoiled: kept, and 03-ANU in the sales book');
call audit_table('spoiled_forms', 'append-only');

-- A draft is a sheet to work on: no number, no rate, nothing taken. Issued, it leaves this table under the same id.
create table invoice_drafts (
  store_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  order_id uuid,
  content jsonb not null,
  written_by uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null default 1,
  primary key (store_id, id),
  foreign key (store_id, customer_id) references customers (store_id, id),
  foreign key (store_id, order_id) references service_orders (store_id, id)
);
call make_store_table('invoice_drafts', 'select, insert, update, delete', 'invoices that are not issued yet');
call audit_table('invoice_drafts', 'images');

create table invoices (
  store_id uuid not null,
  id uuid not null,
  type text not null check (type in ('INVOICE', 'NON_FISCAL')),
  number text not null,
  issuer_id uuid not null references issuers (id),
  issuer_rif text not null,
  issuer_name text not null,
  issuer_address text not null,
  issuer_regime text not null,
  store_name text not null,
  store_address text not null,
  customer_id uuid not null,
  customer_name text not null,
  customer_document text not null,
  customer_address text,
  customer_phone text,
  order_id uuid,
  policy_id text not null,
  policies jsonb not null,
  texts text[] not null,
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
  net numeric(20,2) not null check (net >= 0),
  net_ves numeric(20,2) not null check (net_ves >= 0),
  total numeric(20,2) not null check (total >= 0),
  total_ves numeric(20,2) not null check (total_ves >= 0),
  primary key (store_id, id),
  unique (store_id, number),
  foreign key (store_id, id) references documents (store_id, id),
  foreign key (store_id, customer_id) references customers (store_id, id),
  foreign key (store_id, order_id) references service_orders (store_id, id)
);
create index invoices_order on invoices (store_id, order_id) where order_id is not null;
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
  service_id uuid references services (id),
  minutes int,
  warranty_days int,
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
  cost_ves numeric(20,2),
  primary key (store_id, id),
  unique (store_id, invoice_id, position),
  foreign key (store_id, invoice_id) references invoices (store_id, id),
  check ((service_id is null) = (minutes is null) and (service_id is null) = (warranty_days is null))
);
comment on column invoice_lines.minutes is 'what the service usually took and the warranty it got, as the catalogue said on the day of issue';
create index invoice_lines_part on invoice_lines (store_id, part_id) where part_id is not null;
create index invoice_lines_service on invoice_lines (store_id, service_id) where service_id is not null;
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

-- The one row of an invoice that changes; id is the invoice's. CREDITED: credit notes took all of it
-- back, paid or not. released_ves: what payments and credit notes took off the bolívares, less what debit notes
-- added.
create table invoice_balances (
  store_id uuid not null,
  id uuid not null,
  balance numeric(20,8) not null check (balance >= 0),
  released_ves numeric(20,2) not null default 0,
  credited numeric(20,2) not null default 0 check (credited >= 0),
  debited numeric(20,2) not null default 0 check (debited >= 0),
  status text not null check (status in ('PENDING', 'PARTIAL', 'PAID', 'CREDITED')),
  fully_paid_at timestamptz,
  version int not null default 1,
  primary key (store_id, id),
  foreign key (store_id, id) references invoices (store_id, id),
  check ((status in ('PAID', 'CREDITED')) = (balance = 0))
);
create index invoice_balances_open on invoice_balances (store_id, status);
call make_store_table('invoice_balances', 'select, insert, update', 'what is still owed on an invoice');
call audit_table('invoice_balances', 'images');

-- Credit and debit notes: the only way in which an issued invoice is corrected. Amounts are positive; the kind says which
-- way they go.
create table notes (
  store_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('CREDIT', 'DEBIT')),
  concept text not null check (concept in ('RETURN', 'CORRECTION', 'NEW_CONCEPT', 'EXCHANGE_DIFFERENCE', 'IGTF')),
  number text not null,
  invoice_id uuid not null,
  cause_id uuid,
  issuer_id uuid not null references issuers (id),
  issuer_rif text not null,
  issuer_name text not null,
  issuer_address text not null,
  issuer_regime text not null,
  store_name text not null,
  store_address text not null,
  policy_id text not null,
  policies jsonb not null,
  texts text[] not null,
  reason text not null check (length(reason) between 5 and 400),
  issued_by uuid not null,
  issued_at timestamptz not null,
  business_day date not null,
  rate_id uuid not null references exchange_rates (id),
  rate_source text not null,
  rate numeric(20,8) not null check (rate > 0),
  rate_value_date date not null,
  rate_provisional boolean not null,
  rate_reason text not null,
  net numeric(20,2) not null check (net >= 0),
  net_ves numeric(20,2) not null check (net_ves >= 0),
  total numeric(20,2) not null check (total >= 0),
  total_ves numeric(20,2) not null check (total_ves >= 0),
  primary key (store_id, id),
  unique (store_id, number),
  foreign key (store_id, id) references documents (store_id, id),
  foreign key (store_id, invoice_id) references invoices (store_id, id)
);
create index notes_invoice on notes (store_id, invoice_id);
create index notes_day on notes (store_id, business_day);
comment on column notes.cause_id is 'the payment that brought about an exchange difference or IGTF';
call make_store_table('notes', 'select, insert', 'credit and debit notes, never edited either');
call audit_table('notes', 'append-only');

create table note_lines (
  store_id uuid not null,
  id uuid not null,
  note_id uuid not null,
  position int not null,
  invoice_line_id uuid,
  description text not null,
  quantity int not null check (quantity > 0),
  net numeric(20,2) not null check (net >= 0),
  net_ves numeric(20,2) not null check (net_ves >= 0),
  tax text not null,
  tax_code text not null,
  tax_percent numeric(7,4) not null,
  restocked boolean not null default false,
  part_id uuid references parts (id),
  unit_cost numeric(20,8),
  primary key (store_id, id),
  unique (store_id, note_id, position),
  foreign key (store_id, note_id) references notes (store_id, id),
  foreign key (store_id, invoice_line_id) references invoice_lines (store_id, id)
);
create index note_lines_invoice_line on note_lines (store_id, invoice_line_id) where invoice_line_id is not null;
call make_store_table('note_lines', 'select, insert', 'what a note takes back or adds');
call audit_table('note_lines', 'append-only');

create table note_taxes (
  store_id uuid not null,
  id uuid not null,
  note_id uuid not null,
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
  unique (store_id, note_id, tax),
  foreign key (store_id, note_id) references notes (store_id, id)
);
call make_store_table('note_taxes', 'select, insert', 'taxes of a note, in both currencies');
call audit_table('note_taxes', 'append-only');

-- What a credit note took back of money that was paid already, with the IGTF that had been perceived on it where the issuer
-- gives that back, and how much of it was not given back yet.
create table refunds_due (
  store_id uuid not null,
  id uuid not null,
  amount numeric(20,2) not null check (amount >= 0),
  amount_ves numeric(20,2) not null check (amount_ves >= 0),
  igtf numeric(20,2) not null check (igtf >= 0),
  igtf_ves numeric(20,2) not null check (igtf_ves >= 0),
  left_usd numeric(20,2) not null check (left_usd between 0 and amount + igtf),
  left_ves numeric(20,2) not null check (left_ves between 0 and amount_ves + igtf_ves),
  version int not null default 1,
  primary key (store_id, id),
  foreign key (store_id, id) references notes (store_id, id)
);
call make_store_table('refunds_due', 'select, insert, update', 'what credit notes owe to customers; id is the note''s');
call audit_table('refunds_due', 'images');

-- What goes with goods or a device: no amounts, because it is no sale.
create table delivery_notes (
  store_id uuid not null,
  id uuid not null,
  number text not null,
  issuer_id uuid not null references issuers (id),
  issuer_rif text not null,
  issuer_name text not null,
  issuer_address text not null,
  issuer_regime text not null,
  store_name text not null,
  store_address text not null,
  customer_id uuid not null,
  customer_name text not null,
  customer_document text not null,
  customer_address text,
  customer_phone text,
  order_id uuid,
  invoice_id uuid,
  remarks text check (length(remarks) between 1 and 400),
  texts text[] not null,
  issued_by uuid not null,
  issued_at timestamptz not null,
  business_day date not null,
  primary key (store_id, id),
  unique (store_id, number),
  foreign key (store_id, id) references documents (store_id, id),
  foreign key (store_id, customer_id) references customers (store_id, id),
  foreign key (store_id, order_id) references service_orders (store_id, id),
  foreign key (store_id, invoice_id) references invoices (store_id, id)
);
create index delivery_notes_customer on delivery_notes (store_id, customer_id);
create index delivery_notes_order on delivery_notes (store_id, order_id) where order_id is not null;
create index delivery_notes_invoice on delivery_notes (store_id, invoice_id) where invoice_id is not null;
call make_store_table('delivery_notes', 'select, insert', 'papers that go with what is handed over, never edited');
call audit_table('delivery_notes', 'append-only');

create table delivery_note_lines (
  store_id uuid not null,
  id uuid not null,
  note_id uuid not null,
  position int not null,
  description text not null check (length(description) between 1 and 200),
  quantity int not null check (quantity > 0),
  serial_number text check (length(serial_number) between 1 and 60),
  primary key (store_id, id),
  unique (store_id, note_id, position),
  foreign key (store_id, note_id) references delivery_notes (store_id, id)
);
call make_store_table('delivery_note_lines', 'select, insert', 'what is handed over');
call audit_table('delivery_note_lines', 'append-only');

-- The newest business day of the issuer, or of anybody, that has a document: no rule begins on it or before.
create function last_document_day(p_issuer uuid) returns date
language sql stable security definer set search_path = erp, pg_catalog as $$
  select max(newest.day) from stores s
   cross join lateral (select max(d.business_day) as day from documents d where d.store_id = s.id) newest
   where p_issuer is null or s.issuer_id = p_issuer
$$;
revoke execute on function last_document_day from public;
grant execute on function last_document_day to erp_app;
