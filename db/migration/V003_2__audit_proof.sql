-- What the heads of all chains were on a day; each seal names the one before. What leaves the database of it is the anchor:
-- without one nobody outside can tell that the newest links were cut off.
create table audit_seals (
  store_id uuid not null default '00000000-0000-0000-0000-000000000000' check (store_id = '00000000-0000-0000-0000-000000000000'),
  position bigint not null,
  day date not null,
  at timestamptz not null default transaction_timestamp(),
  heads json not null,
  previous_hash text not null,
  hash text not null,
  primary key (store_id, position)
);
comment on column audit_seals.heads is '[[store, position, hash], ..] in the order of stores';
call make_store_table('audit_seals', 'select', 'the heads of all chains, day by day');

-- The text of a seal that is hashed: a line for each head, under the seal's own number, instant and predecessor.
create function audit_seal_hash(p_position bigint, p_at timestamptz, p_previous text, p_heads json) returns text
language sql stable set search_path = pg_catalog as $$
  select encode(sha256(convert_to('servistech-audit-seal/1' || E'\n' || p_position || E'\n'
    || to_char(p_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || E'\n' || p_previous || E'\n'
    || coalesce((select string_agg((h ->> 0) || ' ' || (h ->> 1) || ' ' || (h ->> 2) || E'\n', '' order by i)
         from json_array_elements(p_heads) with ordinality x(h, i)), ''), 'UTF8')), 'hex')
$$;

-- Seals the heads as they are; where nothing happened since the last seal of the same day, that one is answered.
create function seal_audit() returns setof audit_seals
language plpgsql security definer set search_path = erp, pg_catalog as $$
declare
  chain constant uuid := '00000000-0000-0000-0000-000000000000';
  today constant date := (transaction_timestamp() at time zone 'America/Caracas')::date;
  last audit_seals;
  now_at json;
begin
  if coalesce(current_setting('app.role', true), '') not in ('SYSTEM', 'SUPER_ADMIN')
     or chain <> all (coalesce(nullif(current_setting('app.store_ids', true), '')::uuid[], '{}')) then
    raise exception 'only the chain seals the audit' using errcode = '42501';
  end if;
  perform pg_advisory_xact_lock(hashtext('erp.seal_audit'));
  select * into last from audit_seals order by position desc limit 1;
  select coalesce(json_agg(json_build_array(store_id, position, hash) order by store_id), '[]') into now_at from audit_heads;
  if last.day is distinct from today or last.heads::text <> now_at::text then
    insert into audit_seals (position, day, heads, previous_hash, hash)
      select n, today, now_at, before, audit_seal_hash(n, transaction_timestamp(), before, now_at)
        from (select coalesce(last.position, 0) + 1 n, coalesce(last.hash, repeat('0', 64)) before) x
      returning * into last;
  end if;
  return next last;
end $$;
grant execute on function audit_seal_hash, seal_audit to erp_app;

-- Compares the rows of an audited table with what is on record, for a store or for the chain's own tables: rows that were
-- changed, removed or added with the triggers switched off. A column that is younger than an entry is left out.
create function rows_off_the_record(p_store uuid, p_table text) returns table (entity_id uuid, ordinal bigint, problem text)
language plpgsql stable security definer set search_path = erp, pg_catalog set timezone = 'UTC' set bytea_output = 'hex' as $$
declare
  t record;
begin
  if p_store <> all (coalesce(nullif(current_setting('app.store_ids', true), '')::uuid[], '{}')) then
    raise exception 'this store is outside the scope' using errcode = '42501';
  end if;
  select split_part(encode(g.tgargs, 'escape'), '\000', 1) as mode, split_part(encode(g.tgargs, 'escape'), '\000', 2)::text[] as secrets,
         case when exists (select from pg_attribute a where a.attrelid = g.tgrelid and a.attname = 'store_id') then format('r.store_id = %L', p_store)
              when p_store = '00000000-0000-0000-0000-000000000000' then 'true' end as mine
    into t from pg_trigger g where g.tgname = 'audit_insert' and g.tgrelid = format('erp.%I', p_table)::regclass;
  if t.mine is null then
    return;
  elsif t.mode = 'append-only' then
    return query execute format($q$
      with said as (select unnest(coalesce(e.entity_ids, array[e.entity_id])) id from audit_entries e where e.store_id = $1 and e.table_name = $2)
      select e.entity_id, e.ordinal, case when f.n < e.row_count then 'ROW_MISSING' else 'ROW_CHANGED' end
        from audit_entries e cross join lateral (
          select count(*) n, encode(sha256(string_agg(sha256(convert_to(audit_row(r, $3), 'UTF8')), ''::bytea order by r.id)), 'hex') hash
            from %1$I r where %2$s and r.id = any (coalesce(e.entity_ids, array[e.entity_id]))) f
       where e.store_id = $1 and e.table_name = $2 and e.operation = 'INSERT' and f.hash is distinct from e.rows_sha256
      union all
      select r.id, null, 'ROW_UNKNOWN' from %1$I r where %2$s and not exists (select from said where said.id = r.id)
      $q$, p_table, t.mine) using p_store, p_table, t.secrets;
  else
    return query execute format($q$
      with said as (select distinct on (e.entity_id) e.* from audit_entries e
         where e.store_id = $1 and e.table_name = $2 and e.operation <> 'NOTE' order by e.entity_id, e.ordinal desc)
      select coalesce(r.id, s.entity_id), s.ordinal,
             case when s.new_values is null then 'ROW_UNKNOWN' when r.id is null then 'ROW_MISSING' else 'ROW_CHANGED' end
        from (select * from %1$I r where %2$s) r full join said s on s.entity_id = r.id
       where (s.new_values is null) <> (r.id is null)
          or to_json(r)::text <> s.new_values::text
             and exists (select from jsonb_each(to_jsonb(r) - $3) now join json_each_text(s.new_values) then_ using (key)
                          where now.value #>> '{}' is distinct from then_.value)
      $q$, p_table, t.mine) using p_store, p_table, t.secrets;
  end if;
end $$;
grant execute on function rows_off_the_record to erp_app;
