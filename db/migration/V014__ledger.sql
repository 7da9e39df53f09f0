-- The chart of accounts: what the shop's acts post to. Payment methods and accounts at banks name one of these.
create table accounts (
  id uuid primary key,
  code text not null unique check (code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
  number text not null unique check (number ~ '^[1-9](\.[0-9]{1,2}){1,4}$'),
  kind text not null check (kind in ('ASSET', 'LIABILITY', 'EQUITY', 'INCOME', 'EXPENSE')),
  name text not null check (length(name) between 1 and 120),
  name_en text not null check (length(name_en) between 1 and 120)
);
call make_reference_table('accounts', 'select', array['SUPER_ADMIN', 'SYSTEM'], 'the chart of accounts');
call audit_table('accounts', 'images');
insert into accounts (id, code, number, kind, name, name_en)
select gen_random_uuid(), v.* from (values
  ('CASH_USD', '1.1.01', 'ASSET', 'Caja en dólares', 'Drawers, dollars'),
  ('CASH_VES', '1.1.02', 'ASSET', 'Caja en bolívares', 'Drawers, bolívares'),
  ('SAFE_USD', '1.1.03', 'ASSET', 'Bóveda en dólares', 'Safe, dollars'),
  ('SAFE_VES', '1.1.04', 'ASSET', 'Bóveda en bolívares', 'Safe, bolívares'),
  ('BANK_USD', '1.1.05', 'ASSET', 'Bancos en dólares', 'Banks, dollars'),
  ('BANK_VES', '1.1.06', 'ASSET', 'Bancos en bolívares', 'Banks, bolívares'),
  ('WALLET_USDT', '1.1.07', 'ASSET', 'Billetera USDT', 'Wallet, USDT'),
  ('RECEIVABLE', '1.1.10', 'ASSET', 'Cuentas por cobrar a clientes', 'Receivables from customers'),
  ('IVA_RETAINED', '1.1.11', 'ASSET', 'Retenciones de IVA soportadas', 'IVA withheld by customers'),
  ('INVENTORY', '1.1.20', 'ASSET', 'Inventario', 'Inventory'),
  ('GOODS_IN_TRANSIT', '1.1.21', 'ASSET', 'Mercancía en tránsito entre sedes', 'Goods in transit between stores'),
  ('BETWEEN_STORES', '1.1.30', 'ASSET', 'Cuentas entre sedes', 'Accounts between stores'),
  ('IVA_PAYABLE', '2.1.01', 'LIABILITY', 'IVA débito fiscal', 'IVA payable'),
  ('IGTF_PAYABLE', '2.1.02', 'LIABILITY', 'IGTF percibido por enterar', 'IGTF payable'),
  ('CUSTOMER_CREDIT', '2.1.10', 'LIABILITY', 'Saldos a favor de clientes', 'Customer credit'),
  ('CUSTOMER_DEPOSITS', '2.1.11', 'LIABILITY', 'Abonos de clientes', 'Customer deposits'),
  ('REFUNDS_DUE', '2.1.12', 'LIABILITY', 'Reintegros por pagar a clientes', 'Refunds due to customers'),
  ('GOODS_RECEIVED', '2.1.20', 'LIABILITY', 'Mercancía recibida por facturar', 'Goods received and not yet invoiced'),
  ('WARRANTY_FUND', '2.1.21', 'LIABILITY', 'Fondo de garantía', 'Warranty fund'),
  ('SALES', '4.1.01', 'INCOME', 'Ventas', 'Sales'),
  ('SALES_RETURNS', '4.1.02', 'INCOME', 'Devoluciones en ventas', 'Sales returns'),
  ('EXCHANGE_DIFFERENCE', '4.2.01', 'INCOME', 'Diferencial cambiario', 'Exchange difference'),
  ('COST_OF_SALES', '5.1.01', 'EXPENSE', 'Costo de ventas', 'Cost of sales'),
  ('PETTY_EXPENSES', '6.1.01', 'EXPENSE', 'Gastos de caja chica', 'Petty cash expenses'),
  ('CASH_OVER_SHORT', '6.1.02', 'EXPENSE', 'Faltantes y sobrantes de caja', 'Cash over and short'),
  ('STOCK_DIFFERENCES', '6.1.03', 'EXPENSE', 'Faltantes y sobrantes de inventario', 'Stock over and short'),
  ('ABSORBED_COSTS', '6.1.04', 'EXPENSE', 'Costos de operación absorbidos', 'Operating costs absorbed by stock')
) v;

create table journal_entries (
  store_id uuid not null,
  id uuid not null,
  business_day date not null,
  posted_at timestamptz not null,
  kind text not null,
  document_id uuid not null,
  primary key (store_id, id)
);
create index journal_entries_day on journal_entries (store_id, business_day);
create index journal_entries_document on journal_entries (store_id, document_id);
call make_store_table('journal_entries', 'select, insert', 'the books: one entry for each thing that moved money or value');

-- amount in the line's own currency, ves its value in bolívares; a debit is positive, a credit negative
create table journal_lines (
  store_id uuid not null,
  id uuid not null,
  entry_id uuid not null,
  position int not null,
  account text not null references accounts (code),
  currency text not null check (currency in ('USD', 'VES', 'USDT', 'EUR')),
  amount numeric(20,2) not null,
  ves numeric(20,2) not null,
  primary key (store_id, id),
  unique (store_id, entry_id, position),
  foreign key (store_id, entry_id) references journal_entries (store_id, id),
  check (currency <> 'VES' or amount = ves)
);
create index journal_lines_account on journal_lines (store_id, account);
call make_store_table('journal_lines', 'select, insert', 'debits and credits; each entry adds up to zero in bolívares');
call audit_table('journal_entries', 'append-only');
call audit_table('journal_lines', 'append-only');

create function entry_balances() returns trigger language plpgsql security definer set search_path = erp, pg_catalog as $$
begin
  if (select sum(ves) from journal_lines where store_id = new.store_id and entry_id = new.entry_id) <> 0 then
    raise exception 'journal entry % does not add up to zero', new.entry_id using errcode = '23514';
  end if;
  return null;
end $$;
create constraint trigger balanced after insert on journal_lines deferrable initially deferred
  for each row execute function entry_balances();

-- A closed month takes no entry any more, whoever writes it: what corrects it is posted into the open one.
create table period_closings (
  store_id uuid not null,
  id uuid not null,
  period text not null check (period ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  closed_through date not null,
  entries bigint not null,
  debit_ves numeric(20,2) not null,
  credit_ves numeric(20,2) not null,
  closed_by uuid not null,
  closed_at timestamptz not null,
  primary key (store_id, id),
  unique (store_id, period),
  check (closed_through = (to_date(period, 'YYYY-MM') + interval '1 month' - interval '1 day')::date),
  check (debit_ves + credit_ves = 0)
);
call make_store_table('period_closings', 'select, insert', 'months whose books are closed, with what stood in them');
call audit_table('period_closings', 'append-only');

-- Who posts shares this lock, who closes has it alone: a closing waits for entries under way and those after it see it.
create function period_lock(p_store uuid) returns bigint language sql immutable as $$
  select hashtextextended('erp.period:' || p_store, 0)
$$;
create function hold_period(p_store uuid) returns void language sql set search_path = erp, pg_catalog as $$
  select pg_advisory_xact_lock(period_lock(p_store))
$$;
grant execute on function period_lock, hold_period to erp_app;

create function period_is_open() returns trigger language plpgsql security definer set search_path = erp, pg_catalog as $$
begin
  perform pg_advisory_xact_lock_shared(period_lock(new.store_id));
  if exists (select from period_closings where store_id = new.store_id and closed_through >= new.business_day) then
    raise exception 'the books of % are closed for %', to_char(new.business_day, 'YYYY-MM'), new.business_day using errcode = 'ERP03';
  end if;
  return null;
end $$;
create constraint trigger into_open_period after insert on journal_entries not deferrable
  for each row execute function period_is_open();
