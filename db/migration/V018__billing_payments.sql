create table payment_references (
  issuer_id uuid not null references issuers (id),
  method text not null,
  bank text not null,
  paid_on date not null,
  reference text not null,
  primary key (issuer_id, method, bank, paid_on, reference)
);
call make_register_table('payment_references', 'references of electronic payments, each good for one payment of the issuer');

-- Whether the reference was free; it is taken by this transaction then.
create function take_reference(p_issuer uuid, p_method text, p_bank text, p_paid_on date, p_reference text) returns boolean
language plpgsql security definer set search_path = erp, pg_catalog as $$
begin
  if not exists (select from stores s where s.issuer_id = p_issuer
                  and s.id = any (nullif(current_setting('app.store_ids', true), '')::uuid[])) then
    raise exception 'this store does not collect for that issuer' using errcode = '42501';
  end if;
  insert into payment_references values (p_issuer, p_method, p_bank, p_paid_on, p_reference) on conflict do nothing;
  return found;
end $$;

create function free_reference(p_issuer uuid, p_method text, p_bank text, p_paid_on date, p_reference text) returns void
language plpgsql security definer set search_path = erp, pg_catalog as $$
begin
  if exists (select from stores s where s.issuer_id = p_issuer
              and s.id = any (nullif(current_setting('app.store_ids', true), '')::uuid[])) then
    delete from payment_references where (issuer_id, method, bank, paid_on, reference) = (p_issuer, p_method, p_bank, p_paid_on, p_reference);
  end if;
end $$;
grant execute on function take_reference, free_reference to erp_app;

create table payments (
  store_id uuid not null,
  id uuid not null,
  invoice_id uuid not null,
  method text not null,
  currency text not null,
  amount numeric(20,2) not null check (amount > 0),
  rate_id uuid not null references exchange_rates (id),
  rate numeric(20,8) not null,
  reference text,
  bank_code text,
  phone text,
  document text,
  payer text,
  last4 text,
  lot text,
  paid_on date not null,
  session_id uuid,
  taken_by uuid not null,
  taken_at timestamptz not null,
  primary key (store_id, id),
  foreign key (store_id, invoice_id) references invoices (store_id, id),
  foreign key (store_id, session_id) references cash_sessions (store_id, id)
);
create index payments_invoice on payments (store_id, invoice_id);
create index payments_session on payments (store_id, session_id) where session_id is not null;
call make_store_table('payments', 'select, insert', 'what was handed over or reported');
call audit_table('payments', 'append-only');

create table payment_decisions (
  store_id uuid not null,
  id uuid not null,
  payment_id uuid not null,
  decision text not null check (decision in ('CONFIRMED', 'REJECTED')),
  applied numeric(20,8) not null check (applied >= 0),
  igtf numeric(20,2) not null check (igtf >= 0),
  change numeric(20,2) not null check (change >= 0),
  credit numeric(20,2) not null check (credit >= 0),
  reason text,
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (store_id, id),
  unique (store_id, payment_id),
  foreign key (store_id, payment_id) references payments (store_id, id)
);
call make_store_table('payment_decisions', 'select, insert', 'what became of a payment: confirmed and applied, or rejected');
call audit_table('payment_decisions', 'append-only');
