-- What a bank, a network or a withholding agent numbers is good for one payment of the issuer, whichever store took it.
create table payment_references (
  issuer_id uuid not null references issuers (id),
  method text not null,
  account text not null,
  bank text not null,
  paid_on date not null,
  reference text not null,
  primary key (issuer_id, method, account, bank, paid_on, reference)
);
comment on column payment_references.account is 'of the shop, where it said one';
comment on column payment_references.bank is 'of the payer; for a retention voucher the RIF of who withholds';
call make_register_table('payment_references', 'references of electronic payments and vouchers, each good for one payment of the issuer');

create function collects_for(p_issuer uuid) returns boolean
language sql stable security definer set search_path = erp, pg_catalog as $$
  select exists (select from stores s where s.issuer_id = p_issuer
                  and s.id = any (nullif(current_setting('app.store_ids', true), '')::uuid[]))
$$;

-- Whether the reference was free; it is taken by this transaction then.
create function take_reference(p_issuer uuid, p_method text, p_account text, p_bank text, p_paid_on date, p_reference text) returns boolean
language plpgsql security definer set search_path = erp, pg_catalog as $$
begin
  if not collects_for(p_issuer) then
    raise exception 'this store does not collect for that issuer' using errcode = '42501';
  end if;
  insert into payment_references values (p_issuer, p_method, p_account, p_bank, p_paid_on, p_reference) on conflict do nothing;
  return found;
end $$;

create function free_reference(p_issuer uuid, p_method text, p_account text, p_bank text, p_paid_on date, p_reference text) returns void
language plpgsql security definer set search_path = erp, pg_catalog as $$
begin
  if collects_for(p_issuer) then
    delete from payment_references where (issuer_id, method, account, bank, paid_on, reference)
      = (p_issuer, p_method, p_account, p_bank, p_paid_on, p_reference);
  end if;
end $$;
grant execute on function take_reference, free_reference to erp_app;

-- What the shop owes a customer: of an overpayment or a refund. Each credit is one row, what is left of it another.
create table customer_credits (
  store_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  currency text not null check (currency in ('USD', 'VES', 'USDT')),
  amount numeric(20,2) not null check (amount > 0),
  ves numeric(20,2) not null check (ves >= 0),
  origin text not null check (origin in ('OVERPAYMENT', 'DEPOSIT', 'REFUND')),
  origin_id uuid not null,
  method text references payment_methods (code),
  created_at timestamptz not null,
  primary key (store_id, id),
  foreign key (store_id, customer_id) references customers (store_id, id)
);
comment on column customer_credits.method is 'how the money came, when no IGTF was perceived on it yet: it decides when the credit is used';
create index customer_credits_customer on customer_credits (store_id, customer_id);
create index customer_credits_origin on customer_credits (store_id, origin_id);
call make_store_table('customer_credits', 'select, insert', 'credits of customers as they arose');
call audit_table('customer_credits', 'append-only');

create table credit_balances (
  store_id uuid not null,
  id uuid not null,
  remaining numeric(20,2) not null check (remaining >= 0),
  remaining_ves numeric(20,2) not null check (remaining_ves >= 0),
  version int not null default 1,
  primary key (store_id, id),
  foreign key (store_id, id) references customer_credits (store_id, id),
  check (remaining > 0 or remaining_ves = 0)
);
call make_store_table('credit_balances', 'select, insert, update', 'what is left of a credit; id is the credit''s');
call audit_table('credit_balances', 'images');

-- A payment is on an invoice, or on an order that has none yet: a deposit.
create table payments (
  store_id uuid not null,
  id uuid not null,
  invoice_id uuid,
  order_id uuid,
  customer_id uuid not null,
  issuer_id uuid not null,
  receipt_number text,
  method text not null references payment_methods (code),
  currency text not null check (currency in ('USD', 'VES', 'USDT')),
  amount numeric(20,2) not null check (amount > 0),
  change_in_kind numeric(20,2) check (change_in_kind >= 0),
  change_as_credit boolean not null default false,
  rate_id uuid not null references exchange_rates (id),
  rate numeric(20,8) not null check (rate > 0),
  igtf_percent numeric(7,4) not null check (igtf_percent >= 0),
  igtf_method text not null check (igtf_method in ('ON_TOP', 'GROSS')),
  igtf_source text not null,
  cents text not null check (cents in ('HALF_UP', 'HALF_EVEN')),
  account_id uuid,
  account text not null references accounts (code),
  credit_id uuid,
  reference text,
  bank_code text,
  phone text,
  document text,
  payer text,
  last4 text,
  lot text,
  voucher_number text check (voucher_number ~ '^[0-9]{4}(0[1-9]|1[0-2])[0-9]{8}$'),
  paid_on date not null,
  session_id uuid,
  taken_by uuid not null,
  taken_at timestamptz not null,
  primary key (store_id, id),
  unique (store_id, receipt_number),
  foreign key (store_id, invoice_id) references invoices (store_id, id),
  foreign key (store_id, order_id) references service_orders (store_id, id),
  foreign key (store_id, customer_id) references customers (store_id, id),
  foreign key (store_id, session_id) references cash_sessions (store_id, id),
  foreign key (store_id, account_id) references shop_accounts (store_id, id),
  foreign key (store_id, credit_id) references customer_credits (store_id, id),
  check (num_nonnulls(invoice_id, order_id) = 1)
);
create index payments_invoice on payments (store_id, invoice_id) where invoice_id is not null;
create index payments_order on payments (store_id, order_id) where order_id is not null;
create index payments_session on payments (store_id, session_id) where session_id is not null;
create index payments_credit on payments (store_id, credit_id) where credit_id is not null;
call make_store_table('payments', 'select, insert', 'what was handed over or reported');
call audit_table('payments', 'append-only');

-- applied: USD off the debt, or kept for the order in the payment's currency; value_ves: what that is worth at the
-- payment's rate; released_ves: of the invoice's bolívares, at the rate of its issue.
create table payment_decisions (
  store_id uuid not null,
  id uuid not null,
  payment_id uuid not null,
  decision text not null check (decision in ('CONFIRMED', 'REJECTED')),
  applied numeric(20,8) not null check (applied >= 0),
  value_ves numeric(20,2) not null check (value_ves >= 0),
  released_ves numeric(20,2) not null check (released_ves >= 0),
  igtf numeric(20,2) not null check (igtf >= 0),
  igtf_ves numeric(20,2) not null check (igtf_ves >= 0),
  change numeric(20,2) not null check (change >= 0),
  change_in_kind numeric(20,2) not null check (change_in_kind >= 0),
  change_other numeric(20,2) not null check (change_other >= 0),
  change_other_currency text check (change_other_currency in ('USD', 'VES')),
  credit numeric(20,2) not null check (credit >= 0),
  reason text,
  entry_id uuid,
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (store_id, id),
  unique (store_id, payment_id),
  foreign key (store_id, payment_id) references payments (store_id, id),
  foreign key (store_id, entry_id) references journal_entries (store_id, id),
  check ((decision = 'CONFIRMED') = (entry_id is not null)),
  check ((decision = 'REJECTED') = (reason is not null)),
  check ((change_other > 0) = (change_other_currency is not null))
);
call make_store_table('payment_decisions', 'select, insert', 'what became of a payment: confirmed and applied, or rejected');
call audit_table('payment_decisions', 'append-only');

create table payment_reversals (
  store_id uuid not null,
  id uuid not null,
  payment_id uuid not null,
  reason text not null check (length(reason) between 5 and 400),
  session_id uuid,
  entry_id uuid not null,
  reversed_by uuid not null,
  reversed_at timestamptz not null,
  primary key (store_id, id),
  unique (store_id, payment_id),
  foreign key (store_id, payment_id) references payments (store_id, id),
  foreign key (store_id, session_id) references cash_sessions (store_id, id),
  foreign key (store_id, entry_id) references journal_entries (store_id, id)
);
call make_store_table('payment_reversals', 'select, insert', 'confirmed payments that were taken back');
call audit_table('payment_reversals', 'append-only');

create table deposit_applications (
  store_id uuid not null,
  id uuid not null,
  payment_id uuid not null,
  invoice_id uuid not null,
  applied numeric(20,8) not null check (applied >= 0),
  released_ves numeric(20,2) not null check (released_ves >= 0),
  credit numeric(20,2) not null check (credit >= 0),
  entry_id uuid not null,
  applied_at timestamptz not null,
  primary key (store_id, id),
  unique (store_id, payment_id),
  foreign key (store_id, payment_id) references payments (store_id, id),
  foreign key (store_id, invoice_id) references invoices (store_id, id),
  foreign key (store_id, entry_id) references journal_entries (store_id, id)
);
create index deposit_applications_invoice on deposit_applications (store_id, invoice_id);
call make_store_table('deposit_applications', 'select, insert', 'deposits of orders as they settled invoices, at their own rate');
call audit_table('deposit_applications', 'append-only');
