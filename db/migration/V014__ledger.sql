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
  account text not null check (account in ('CASH_USD', 'CASH_VES', 'BANK_USD', 'BANK_VES', 'RECEIVABLE', 'SALES', 'IVA_PAYABLE',
    'IGTF_PAYABLE', 'EXCHANGE_DIFFERENCE', 'INVENTORY', 'COST_OF_SALES', 'CUSTOMER_CREDIT', 'CASH_OVER_SHORT')),
  currency text not null check (currency in ('USD', 'VES', 'USDT', 'EUR')),
  amount numeric(20,2) not null,
  ves numeric(20,2) not null,
  primary key (store_id, id),
  foreign key (store_id, entry_id) references journal_entries (store_id, id)
);
create index journal_lines_entry on journal_lines (store_id, entry_id);
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
