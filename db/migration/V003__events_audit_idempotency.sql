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
call make_store_table('outbox', 'select, insert, update', 'events that wait for or were given to the relay');

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

create table audit_entries (
  store_id uuid not null,
  id uuid not null default gen_random_uuid(),
  ordinal bigint generated always as identity,
  txid xid8 not null default pg_current_xact_id(),
  at timestamptz not null default transaction_timestamp(),
  table_name text not null,
  operation text not null check (operation in ('INSERT', 'UPDATE', 'DELETE', 'NOTE')),
  entity_id uuid,
  old_values jsonb,
  new_values jsonb,
  row_count int not null default 1,
  rows_sha256 text,
  user_id uuid,
  role text,
  request_id text,
  address text,
  reason text,
  primary key (store_id, id)
);
create index audit_entity on audit_entries (store_id, entity_id, ordinal);
create index audit_order on audit_entries (store_id, ordinal);
call make_store_table('audit_entries', 'select, insert', 'who did what, when, from where, with old and new values');

-- One link per transaction and store: sha256(previous hash, then every entry in order).
create table audit_links (
  store_id uuid not null,
  id uuid not null default gen_random_uuid(),
  position bigint not null,
  txid xid8 not null,
  entries int not null,
  previous_hash text not null,
  hash text not null,
  primary key (store_id, id),
  unique (store_id, position)
);
call make_store_table('audit_links', 'select', 'the chain over audit entries, one link a transaction');

create table audit_heads (
  store_id uuid primary key,
  position bigint not null,
  hash text not null
);
call make_store_table('audit_heads', 'select, update', 'the newest link of each store''s chain');
revoke update on audit_heads from erp_app;

-- The bytes that are hashed: fixed for ever, a verifier outside rebuilds them from the row.
create function audit_line(e audit_entries) returns text language sql immutable set search_path = erp, pg_catalog as $$
  select concat_ws('|', e.store_id, e.id, e.txid, extract(epoch from e.at)::numeric(20,6), e.table_name, e.operation,
    coalesce(e.entity_id::text, '-'), coalesce(e.old_values::text, '-'), coalesce(e.new_values::text, '-'),
    e.row_count, coalesce(e.rows_sha256, '-'), coalesce(e.user_id::text, '-'), coalesce(e.role, '-'),
    coalesce(e.request_id, '-'), coalesce(e.address, '-'), coalesce(e.reason, '-'))
$$;

-- At commit: lock the heads that this transaction touched, in the order of stores, and add one link to each.
create function seal_audit() returns trigger language plpgsql security definer set search_path = erp, pg_catalog as $$
declare
  touched record;
  head audit_heads;
  link text;
begin
  if current_setting('app.audit_sealed', true) = new.txid::text then
    return null;
  end if;
  perform set_config('app.audit_sealed', new.txid::text, true);
  for touched in
    select store_id, count(*)::int as n, string_agg(audit_line(e), E'\n' order by ordinal) as lines
      from audit_entries e where txid = new.txid group by store_id order by store_id
  loop
    insert into audit_heads values (touched.store_id, 0, repeat('0', 64)) on conflict do nothing;
    select * into head from audit_heads where store_id = touched.store_id for update;
    link := encode(sha256(convert_to(head.hash || E'\n' || touched.lines, 'UTF8')), 'hex');
    insert into audit_links (store_id, position, txid, entries, previous_hash, hash)
      values (touched.store_id, head.position + 1, new.txid, touched.n, head.hash, link);
    update audit_heads set position = head.position + 1, hash = link where store_id = touched.store_id;
  end loop;
  return null;
end $$;
create index audit_transaction on audit_entries (store_id, txid);
create index audit_transaction_lookup on audit_entries using hash (txid);
comment on index audit_transaction_lookup is 'sealing looks a transaction up over all its stores, as the owner';
create constraint trigger seal after insert on audit_entries deferrable initially deferred
  for each row execute function seal_audit();

create function audit_changes() returns trigger language plpgsql security definer set search_path = erp, pg_catalog as $$
declare
  hidden constant text[] := array['password_hash', 'token_hash', 'body'];
begin
  if tg_op = 'INSERT' then
    if tg_argv[0] = 'append-only' then
      insert into audit_entries (store_id, table_name, operation, entity_id, row_count, rows_sha256, user_id, role, request_id, address, reason)
      select store_id, tg_table_name, 'INSERT', case when count(*) = 1 then min(id::text)::uuid end, count(*),
             encode(sha256(convert_to(string_agg(to_jsonb(n)::text, E'\n' order by id), 'UTF8')), 'hex'),
             nullif(current_setting('app.user_id', true), '')::uuid, current_setting('app.role', true),
             current_setting('app.request_id', true), current_setting('app.address', true), nullif(current_setting('app.reason', true), '')
        from new_rows n group by store_id;
    else
      insert into audit_entries (store_id, table_name, operation, entity_id, new_values, user_id, role, request_id, address, reason)
      select coalesce((to_jsonb(n)->>'store_id')::uuid, '00000000-0000-0000-0000-000000000000'), tg_table_name, 'INSERT', (to_jsonb(n)->>'id')::uuid, to_jsonb(n) - hidden,
             nullif(current_setting('app.user_id', true), '')::uuid, current_setting('app.role', true),
             current_setting('app.request_id', true), current_setting('app.address', true), nullif(current_setting('app.reason', true), '')
        from new_rows n;
    end if;
  elsif tg_op = 'UPDATE' then
    insert into audit_entries (store_id, table_name, operation, entity_id, old_values, new_values, user_id, role, request_id, address, reason)
    select coalesce((to_jsonb(n)->>'store_id')::uuid, '00000000-0000-0000-0000-000000000000'), tg_table_name, 'UPDATE', (to_jsonb(n)->>'id')::uuid, to_jsonb(o) - hidden, to_jsonb(n) - hidden,
           nullif(current_setting('app.user_id', true), '')::uuid, current_setting('app.role', true),
           current_setting('app.request_id', true), current_setting('app.address', true), nullif(current_setting('app.reason', true), '')
      from new_rows n join old_rows o on to_jsonb(o)->>'id' = to_jsonb(n)->>'id' and (to_jsonb(o)->>'store_id') is not distinct from (to_jsonb(n)->>'store_id');
  else
    insert into audit_entries (store_id, table_name, operation, entity_id, old_values, user_id, role, request_id, address, reason)
    select coalesce((to_jsonb(o)->>'store_id')::uuid, '00000000-0000-0000-0000-000000000000'), tg_table_name, 'DELETE', (to_jsonb(o)->>'id')::uuid, to_jsonb(o) - hidden,
           nullif(current_setting('app.user_id', true), '')::uuid, current_setting('app.role', true),
           current_setting('app.request_id', true), current_setting('app.address', true), nullif(current_setting('app.reason', true), '')
      from old_rows o;
  end if;
  return null;
end $$;

-- mode 'append-only': the rows are their own history, a hash over them is enough; 'images': old and new are kept.
create procedure audit_table(t text, mode text) language plpgsql as $$
begin
  execute format('create trigger audit_insert after insert on erp.%I referencing new table as new_rows for each statement execute function erp.audit_changes(%L)', t, mode);
  if mode = 'images' then
    execute format('create trigger audit_update after update on erp.%I referencing old table as old_rows new table as new_rows for each statement execute function erp.audit_changes(%L)', t, mode);
    execute format('create trigger audit_delete after delete on erp.%I referencing old table as old_rows for each statement execute function erp.audit_changes(%L)', t, mode);
  end if;
end $$;
call audit_table('issuers', 'images');
call audit_table('stores', 'images');

-- Recomputes a store's chain; answers the first position that does not fit, or nothing.
create function first_broken_link(p_store uuid) returns bigint language plpgsql stable set search_path = erp, pg_catalog as $$
declare
  link record;
  previous text := repeat('0', 64);
  expected bigint := 0;
  lines text;
  n int;
begin
  for link in select * from audit_links where store_id = p_store order by position loop
    expected := expected + 1;
    select string_agg(audit_line(e), E'\n' order by ordinal), count(*)::int into lines, n
      from audit_entries e where store_id = p_store and txid = link.txid;
    if link.position <> expected or link.previous_hash <> previous or n <> link.entries
       or link.hash <> encode(sha256(convert_to(previous || E'\n' || coalesce(lines, ''), 'UTF8')), 'hex') then
      return expected;
    end if;
    previous := link.hash;
  end loop;
  if exists (select from audit_heads where store_id = p_store and (position <> expected or hash <> previous)) then
    return expected + 1;
  end if;
  return null;
end $$;
grant execute on function first_broken_link, audit_line to erp_app;
