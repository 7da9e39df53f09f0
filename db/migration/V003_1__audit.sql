-- Who did what, when, from where, written by triggers and never by the application. Who and when are defaults of the
-- columns, so that nobody can pass them: the caller of the scope, the login of the connection, the database's own clock.
create table audit_entries (
  store_id uuid not null,
  ordinal bigint generated always as identity,
  at timestamptz not null default transaction_timestamp(),
  txid xid8 not null default pg_current_xact_id(),
  encoding smallint not null default 1,
  statement_row int not null,
  table_name text not null,
  operation text not null check (operation in ('INSERT', 'UPDATE', 'DELETE', 'NOTE')),
  note text check (note ~ '^[a-z]+([.-][a-z]+)*$'),
  entity_id uuid,
  entity_ids uuid[],
  old_values json,
  new_values json,
  row_count int not null default 1,
  rows_sha256 text,
  user_id uuid default nullif(current_setting('app.user_id', true), '')::uuid,
  role text default nullif(current_setting('app.role', true), ''),
  request_id text default nullif(current_setting('app.request_id', true), ''),
  address text default nullif(current_setting('app.address', true), ''),
  reason text default nullif(current_setting('app.reason', true), ''),
  login text not null default session_user,
  primary key (store_id, ordinal, at),
  check ((operation = 'NOTE') = (note is not null))
) partition by range (at);
comment on column audit_entries.encoding is 'how audit_line writes this entry';
comment on column audit_entries.statement_row is 'which row of its statement: the first one makes the transaction be linked';
comment on column audit_entries.entity_ids is 'the rows of a statement that added several to an append-only table, in the order of rows_sha256';
comment on column audit_entries.login is 'who logged in to the database: not erp_app when somebody worked by hand';
create index audit_entity on audit_entries (store_id, entity_id, ordinal);
create index audit_user on audit_entries (store_id, user_id, ordinal);
create index audit_request on audit_entries (store_id, request_id, ordinal);
create index audit_transaction on audit_entries (txid, store_id, ordinal);
comment on index audit_transaction is 'linking looks a transaction up over all its stores, as the owner';
call make_store_table('audit_entries', 'select', 'who did what, when, from where, with old and new values');

-- One link per transaction and store. leaves: the SHA-256 of each entry's line, 32 bytes each, in the order of ordinals;
-- they name the entry that was changed.
create table audit_links (
  store_id uuid not null,
  position bigint not null check (position > 0),
  txid xid8 not null,
  at timestamptz not null,
  encoding smallint not null default 1,
  ordinals bigint[] not null,
  leaves bytea not null check (length(leaves) = 32 * cardinality(ordinals)),
  previous_hash text not null,
  hash text not null,
  primary key (store_id, position)
);
alter table audit_links alter leaves set storage external;
create index audit_links_transaction on audit_links (store_id, txid);
create index audit_links_at on audit_links (store_id, at);
call make_store_table('audit_links', 'select', 'the chain over audit entries, one link a transaction');

create table audit_heads (
  store_id uuid primary key,
  position bigint not null,
  hash text not null
);
call make_store_table('audit_heads', 'select, update', 'the newest link of each store''s chain');
revoke update on audit_heads from erp_app;

-- The bytes of an entry that are hashed, fixed for ever: a JSON array on one line, without white space of its own.
-- Another way to write it gets another number; entries keep theirs. Not pinned to a search_path, so that it is inlined.
create function audit_line(e audit_entries) returns text language sql stable parallel safe as $$
  select case e.encoding when 1 then
    '["entry",1,"' || e.store_id || '",' || e.ordinal || ',' || e.txid::text || ','
    || left(to_json(e.at at time zone 'UTC')::text, -1) || 'Z",'
    || to_json(e.table_name)::text || ',' || to_json(e.operation)::text || ',' || coalesce(to_json(e.note)::text, 'null') || ','
    || coalesce('"' || e.entity_id || '"', 'null') || ',' || coalesce(to_json(e.entity_ids)::text, 'null') || ','
    || coalesce(e.old_values::text, 'null') || ',' || coalesce(e.new_values::text, 'null') || ','
    || e.row_count || ',' || coalesce(to_json(e.rows_sha256)::text, 'null') || ','
    || coalesce('"' || e.user_id || '"', 'null') || ',' || coalesce(to_json(e.role)::text, 'null') || ','
    || coalesce(to_json(e.request_id)::text, 'null') || ',' || coalesce(to_json(e.address)::text, 'null') || ','
    || coalesce(to_json(e.reason)::text, 'null') || ',' || to_json(e.login)::text || ']'
  end
$$;

-- The text of a link that is hashed; every field has a fixed alphabet, so lines cannot be mistaken for one another.
create function audit_link_hash(p_store uuid, p_position bigint, p_previous text, p_leaves bytea) returns text
language sql stable parallel safe as $$
  select encode(sha256(convert_to('servistech-audit/1' || E'\n' || p_store || E'\n' || p_position || E'\n' || p_previous || E'\n'
    || encode(p_leaves, 'hex') || E'\n', 'UTF8')), 'hex')
$$;
grant execute on function audit_line, audit_link_hash to erp_app;

-- At commit: one link for each store that the transaction touched. Every statement's first entry comes here; the first
-- of them links all, in the order of stores, so that transactions do not deadlock on the heads. After
-- SET CONSTRAINTS .. IMMEDIATE a transaction gets more than one link: what counts is what is in the tables.
create function link_transaction() returns trigger language plpgsql security definer set search_path = erp, pg_catalog as $$
declare
  touched record;
  head audit_heads;
  link text;
begin
  if exists (select from audit_links l where l.store_id = new.store_id and l.txid = new.txid and l.at = new.at
              and l.ordinals[cardinality(l.ordinals)] >= new.ordinal) then
    return null;
  end if;
  for touched in
    select e.store_id, array_agg(e.ordinal order by e.ordinal) ordinals,
           string_agg(sha256(convert_to(audit_line(e), 'UTF8')), ''::bytea order by e.ordinal) leaves
      from audit_entries e where e.txid = new.txid and e.at = new.at and e.ordinal >= new.ordinal
     group by e.store_id order by e.store_id
  loop
    select * into head from audit_heads where store_id = touched.store_id for update;
    if not found then
      insert into audit_heads values (touched.store_id, 0, repeat('0', 64)) on conflict do nothing;
      select * into head from audit_heads where store_id = touched.store_id for update;
    end if;
    link := audit_link_hash(touched.store_id, head.position + 1, head.hash, touched.leaves);
    insert into audit_links (store_id, position, txid, at, ordinals, leaves, previous_hash, hash)
      values (touched.store_id, head.position + 1, new.txid, new.at, touched.ordinals, touched.leaves, head.hash, link);
    update audit_heads set position = head.position + 1, hash = link where store_id = touched.store_id;
  end loop;
  return null;
end $$;
create constraint trigger link after insert on audit_entries deferrable initially deferred
  for each row when (new.statement_row = 1) execute function link_transaction();
alter table audit_entries enable always trigger link;

-- Secrets are named but never shown; that one was changed is.
create function masked(image jsonb, before jsonb, secrets text[]) returns json language sql stable set search_path = pg_catalog as $$
  select (image || coalesce((select jsonb_object_agg(s, case when before is null or before -> s = image -> s then '(secret)' else '(secret, changed)' end)
    from unnest(secrets) s where jsonb_typeof(image -> s) <> 'null'), '{}'))::json
$$;

-- The text of a row that is hashed. Columns that are null are left out, so that a column can be added later.
create function audit_row(r anyelement, secrets text[]) returns text language sql stable parallel safe as $$
  select case secrets when '{}' then json_strip_nulls(to_json(r))::text else jsonb_strip_nulls(to_jsonb(r) - secrets)::text end
$$;

-- audit_row of a table's row r, written out column by column as an expression: the same text for half of the work. Planning
-- it pays for a statement that adds many rows.
create function audit_row_columns(t regclass) returns text language sql stable set search_path = pg_catalog as $$
  select '''{'' || concat_ws('','', ' || string_agg(format(case
      when atttypid = 'uuid'::regtype then '%L || r.%I || ''"'''
      when atttypid in ('int2'::regtype, 'int4'::regtype, 'int8'::regtype) then '%L || r.%I'
      when atttypid = 'numeric'::regtype then '%1$L || case when r.%2$I = ''NaN'' then ''"NaN"'' else r.%2$I::text end'
      when atttypid in ('text'::regtype, 'timestamptz'::regtype, 'date'::regtype, 'bool'::regtype) then '%L || to_json(r.%I)'
      else '%L || nullif(json_strip_nulls(to_json(r.%I))::text, ''null'')' end,
    to_json(attname) || ':' || case atttypid when 'uuid'::regtype then '"' else '' end, attname), ', ' order by attnum) || ') || ''}'''
    from pg_attribute where attrelid = t and attnum > 0 and not attisdropped
$$;

-- Rows that never change are their own history: one entry per statement and store, with a hash over the rows. Many rows are
-- hashed before they are sorted, once: they are wide, and their hashes are not.
create function audit_store_added() returns trigger language plpgsql security definer
set search_path = erp, pg_catalog set timezone = 'UTC' set bytea_output = 'hex' as $$
declare
  secrets constant text[] := tg_argv[1];
begin
  if secrets <> '{}' or (select count(*) from (select from new_rows limit 500) few) < 500 then
    insert into audit_entries (store_id, statement_row, table_name, operation, entity_id, entity_ids, row_count, rows_sha256)
    select n.store_id, row_number() over (order by n.store_id), tg_table_name, 'INSERT',
           case when count(*) = 1 then (array_agg(n.id))[1] end, case when count(*) > 1 then array_agg(n.id order by n.id) end, count(*),
           encode(sha256(string_agg(sha256(convert_to(audit_row(n, secrets), 'UTF8')), ''::bytea order by n.id)), 'hex')
      from new_rows n group by n.store_id order by n.store_id;
    return null;
  end if;
  execute format($many$
    insert into audit_entries (store_id, statement_row, table_name, operation, entity_id, entity_ids, row_count, rows_sha256)
    select n.store_id, row_number() over (order by n.store_id), $1, 'INSERT',
           case when count(*) = 1 then (array_agg(n.id))[1] end, case when count(*) > 1 then array_agg(n.id) end, count(*),
           encode(sha256(string_agg(n.leaf, ''::bytea)), 'hex')
      from (select l.* from (select r.store_id, r.id, sha256(convert_to(%s, 'UTF8')) leaf from new_rows r offset 0) l order by l.store_id, l.id) n
     group by n.store_id order by n.store_id $many$, audit_row_columns(tg_relid)) using tg_table_name;
  return null;
end $$;

-- The same for reference tables, whose rows belong to the chain.
create function audit_chain_added() returns trigger language plpgsql security definer
set search_path = erp, pg_catalog set timezone = 'UTC' set bytea_output = 'hex' as $$
declare
  secrets constant text[] := tg_argv[1];
begin
  insert into audit_entries (store_id, statement_row, table_name, operation, entity_id, entity_ids, row_count, rows_sha256)
  select '00000000-0000-0000-0000-000000000000', 1, tg_table_name, 'INSERT',
         case when count(*) = 1 then (array_agg(n.id))[1] end, case when count(*) > 1 then array_agg(n.id order by n.id) end, count(*),
         encode(sha256(string_agg(sha256(convert_to(audit_row(n, secrets), 'UTF8')), ''::bytea order by n.id)), 'hex')
    from new_rows n having count(*) > 0;
  return null;
end $$;

-- Rows that change: old and new are kept. Rows are matched without nested loops, because the plan of a statement that
-- changed one row is used again for one that changes a hundred thousand. A row that gets another id has no match and is on
-- record under both ids.
create function audit_store_images() returns trigger language plpgsql security definer
set search_path = erp, pg_catalog set timezone = 'UTC' set bytea_output = 'hex' set enable_nestloop = off as $$
declare
  secrets constant text[] := tg_argv[1];
  plain constant boolean := secrets = '{}';
begin
  if tg_op = 'INSERT' then
    insert into audit_entries (store_id, statement_row, table_name, operation, entity_id, new_values)
    select n.store_id, row_number() over (), tg_table_name, 'INSERT', n.id,
           case when plain then to_json(n) else masked(to_jsonb(n), null, secrets) end from new_rows n;
  elsif tg_op = 'UPDATE' then
    insert into audit_entries (store_id, statement_row, table_name, operation, entity_id, old_values, new_values)
    select coalesce(n.store_id, o.store_id), row_number() over (), tg_table_name, 'UPDATE', coalesce(n.id, o.id),
           case when o.id is null then null when plain then to_json(o) else masked(to_jsonb(o), null, secrets) end,
           case when n.id is null then null when plain then to_json(n) else masked(to_jsonb(n), to_jsonb(o), secrets) end
      from new_rows n full join old_rows o on o.store_id = n.store_id and o.id = n.id;
  else
    insert into audit_entries (store_id, statement_row, table_name, operation, entity_id, old_values)
    select o.store_id, row_number() over (), tg_table_name, 'DELETE', o.id,
           case when plain then to_json(o) else masked(to_jsonb(o), null, secrets) end from old_rows o;
  end if;
  return null;
end $$;

-- The same for reference tables, whose rows belong to the chain.
create function audit_chain_images() returns trigger language plpgsql security definer
set search_path = erp, pg_catalog set timezone = 'UTC' set bytea_output = 'hex' set enable_nestloop = off as $$
declare
  chain constant uuid := '00000000-0000-0000-0000-000000000000';
  secrets constant text[] := tg_argv[1];
  plain constant boolean := secrets = '{}';
begin
  if tg_op = 'INSERT' then
    insert into audit_entries (store_id, statement_row, table_name, operation, entity_id, new_values)
    select chain, row_number() over (), tg_table_name, 'INSERT', n.id,
           case when plain then to_json(n) else masked(to_jsonb(n), null, secrets) end from new_rows n;
  elsif tg_op = 'UPDATE' then
    insert into audit_entries (store_id, statement_row, table_name, operation, entity_id, old_values, new_values)
    select chain, row_number() over (), tg_table_name, 'UPDATE', coalesce(n.id, o.id),
           case when o.id is null then null when plain then to_json(o) else masked(to_jsonb(o), null, secrets) end,
           case when n.id is null then null when plain then to_json(n) else masked(to_jsonb(n), to_jsonb(o), secrets) end
      from new_rows n full join old_rows o on o.id = n.id;
  else
    insert into audit_entries (store_id, statement_row, table_name, operation, entity_id, old_values)
    select chain, row_number() over (), tg_table_name, 'DELETE', o.id,
           case when plain then to_json(o) else masked(to_jsonb(o), null, secrets) end from old_rows o;
  end if;
  return null;
end $$;

-- mode 'append-only': a hash over the new rows is enough; 'images': old and new are kept. The triggers also fire for a
-- replication role. Columns whose comment begins with 'secret' are masked: write the comment before calling this.
create procedure audit_table(t text, mode text) language plpgsql as $$
declare
  target constant regclass := format('erp.%I', t);
  of_stores constant boolean := exists (select from pg_attribute where attrelid = target and attname = 'store_id');
  writer constant text := 'audit_' || case when of_stores then 'store' else 'chain' end || case mode when 'append-only' then '_added' else '_images' end;
  secrets constant text[] := array(select attname::text from pg_attribute
    where attrelid = target and attnum > 0 and col_description(target, attnum) like 'secret%' order by attnum);
  event text;
begin
  foreach event in array case mode when 'append-only' then array['insert'] else array['insert', 'update', 'delete'] end loop
    execute format('create trigger audit_%s after %1$s on %s referencing %s for each statement execute function erp.%I(%L, %L)', event, target,
      case event when 'insert' then 'new table as new_rows' when 'update' then 'old table as old_rows new table as new_rows' else 'old table as old_rows' end,
      writer, mode, secrets);
    execute format('alter table %s enable always trigger audit_%s', target, event);
  end loop;
  execute format('create trigger audit_truncate before truncate on %s for each statement execute function erp.refuse_change()', target);
  execute format('alter table %s enable always trigger audit_truncate', target);
end $$;
call audit_table('issuers', 'images');
call audit_table('stores', 'images');

-- The only way for the application to write an entry itself: something happened that is no change of a row (a refused
-- sign-in, a revealed secret, an export). Of a store of the scope, or of the chain.
create function note_audit(p_store uuid, p_note text, p_subject text, p_entity uuid, p_details json) returns void
language plpgsql security definer set search_path = erp, pg_catalog as $$
begin
  if p_store <> '00000000-0000-0000-0000-000000000000'
     and p_store <> all (coalesce(nullif(current_setting('app.store_ids', true), '')::uuid[], '{}')) then
    raise exception 'no notes about a store outside the scope' using errcode = '42501';
  elsif length(p_details::text) > 8000 then
    raise exception 'a note has at most 8000 characters' using errcode = '22001';
  end if;
  insert into audit_entries (store_id, statement_row, table_name, operation, note, entity_id, new_values)
    values (p_store, 1, p_subject, 'NOTE', p_note, p_entity, p_details);
end $$;
grant execute on function note_audit to erp_app;

-- Months that have no partition yet get one; entries of a month without one go to the default partition, and such a month
-- stays there. Attaching does not stop those who write.
create table audit_entries_other partition of audit_entries default;
create procedure make_audit_partition(t text) language plpgsql as $$
begin
  execute format('alter table erp.%I enable row level security', t);
  execute format('alter table erp.%I force row level security', t);
  execute format('create trigger append_only_truncate before truncate on erp.%I for each statement execute function erp.refuse_change()', t);
  execute format('alter table erp.%I enable always trigger append_only_truncate', t);
end $$;
call make_audit_partition('audit_entries_other');

create function prepare_audit_months(p_ahead int) returns text[]
language plpgsql security definer set search_path = erp, pg_catalog set timezone = 'UTC' set lock_timeout = '5s' as $$
declare
  made text[] := '{}';
  month timestamptz;
  t text;
begin
  if p_ahead not between 0 and 24 then
    raise exception 'between 0 and 24 months ahead' using errcode = '22023';
  end if;
  perform pg_advisory_xact_lock(hashtext('erp.prepare_audit_months'));
  for month in select generate_series(date_trunc('month', transaction_timestamp()), date_trunc('month', transaction_timestamp()) + p_ahead * interval '1 month', interval '1 month') loop
    t := 'audit_entries_' || to_char(month, 'YYYY_MM');
    if to_regclass('erp.' || t) is null
       and not exists (select from audit_entries where at >= month and at < month + interval '1 month') then
      execute format('create table erp.%I (like erp.audit_entries including constraints)', t);
      execute format('alter table erp.audit_entries attach partition erp.%I for values from (%L) to (%L)', t, month, month + interval '1 month');
      call make_audit_partition(t);
      made := made || t;
    end if;
  end loop;
  return made;
end $$;
grant execute on function prepare_audit_months to erp_app;
select prepare_audit_months(3);
