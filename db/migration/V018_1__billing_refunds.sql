-- What is given back of what a credit note owes: asked for by one person, paid once another has approved it.
create table refunds (
  store_id uuid not null,
  id uuid not null,
  note_id uuid not null,
  customer_id uuid not null,
  method text not null references payment_methods (code),
  currency text not null check (currency in ('USD', 'VES', 'USDT')),
  amount numeric(20,2) not null check (amount > 0),
  account text not null references accounts (code),
  account_id uuid,
  reference text,
  session_id uuid,
  requested_by uuid not null,
  requested_at timestamptz not null,
  primary key (store_id, id),
  foreign key (store_id, note_id) references refunds_due (store_id, id),
  foreign key (store_id, customer_id) references customers (store_id, id),
  foreign key (store_id, account_id) references shop_accounts (store_id, id),
  foreign key (store_id, session_id) references cash_sessions (store_id, id)
);
create index refunds_note on refunds (store_id, note_id);
create index refunds_session on refunds (store_id, session_id) where session_id is not null;
call make_store_table('refunds', 'select, insert', 'refunds of credit notes as they were asked for');
call audit_table('refunds', 'append-only');

create table refund_decisions (
  store_id uuid not null,
  id uuid not null,
  refund_id uuid not null,
  decision text not null check (decision in ('PAID', 'REFUSED')),
  usd numeric(20,2) not null check (usd >= 0),
  ves numeric(20,2) not null check (ves >= 0),
  rate_id uuid references exchange_rates (id),
  rate numeric(20,8),
  entry_id uuid,
  reason text check (length(reason) between 5 and 400),
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (store_id, id),
  unique (store_id, refund_id),
  foreign key (store_id, refund_id) references refunds (store_id, id),
  foreign key (store_id, entry_id) references journal_entries (store_id, id),
  check ((decision = 'PAID') = (entry_id is not null) and (decision = 'REFUSED') = (reason is not null))
);
call make_store_table('refund_decisions', 'select, insert', 'refunds that were approved and paid, or refused');
call audit_table('refund_decisions', 'append-only');
