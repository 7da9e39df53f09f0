-- Events leave in the transaction that caused them; the relay gives them their position when it publishes.
create table outbox (
  store_id uuid not null,
  id uuid not null,
  topic text not null,
  entity_id uuid not null,
  payload jsonb not null,
  occurred_at timestamptz not null,
  position bigint,
  published_at timestamptz,
  primary key (store_id, id)
);
create index outbox_waiting on outbox (store_id, occurred_at) where published_at is null;
call make_store_table('outbox', 'select, insert, update, delete', 'events that wait for or were given to the relay');

create table idempotency (
  store_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  operation text not null,
  key text not null check (length(key) between 1 and 200),
  body_sha256 text not null,
  status int,
  headers jsonb,
  body text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (store_id, id),
  unique (store_id, user_id, operation, key)
);
create index idempotency_expiry on idempotency (store_id, expires_at);
call make_store_table('idempotency', 'select, insert, update, delete', 'answers kept for retried requests');
comment on column idempotency.body is 'secret: an answer as it was sent, with whatever it says';
