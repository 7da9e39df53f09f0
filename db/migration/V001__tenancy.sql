-- The scope of a transaction and the three classes of tables (docs/security.md).

-- The first statement of every transaction: who acts, for which stores. All settings end with the transaction, so a
-- pooled connection never carries them over. The chain scope is every store plus the chain's own rows. A store that does
-- not exist is refused here (ERP01) and not by a foreign key later; so is one that was closed, for people who worked there:
-- what they were told when they signed in does not open it. Of several stores those that are open remain.
create function enter_scope(
  p_stores uuid[], p_chain boolean, p_user uuid, p_role text,
  p_request text, p_address text, p_reason text, p_read_only boolean) returns void
language plpgsql as $$
declare
  ids uuid[] := p_stores;
begin
  if p_chain then
    select array_agg(id) into ids from erp.stores;
    ids := coalesce(ids, '{}') || '00000000-0000-0000-0000-000000000000'::uuid;
  elsif exists (select unnest(p_stores) except select id from erp.stores) then
    raise exception 'there is no such store' using errcode = 'ERP01';
  elsif p_user is not null and p_role <> 'SUPER_ADMIN' and cardinality(p_stores) > 0 then
    select array_agg(id) into ids from erp.stores where id = any (p_stores) and active;
    if ids is null then
      raise exception 'this store is closed' using errcode = 'ERP01';
    end if;
  end if;
  perform set_config('app.store_ids', coalesce(ids, '{}')::text, true),
          set_config('app.user_id', coalesce(p_user::text, ''), true),
          set_config('app.role', p_role, true),
          set_config('app.request_id', p_request, true),
          set_config('app.address', coalesce(p_address, ''), true),
          set_config('app.reason', coalesce(p_reason, ''), true);
  if p_read_only then
    perform set_config('transaction_read_only', 'on', true);
  end if;
end $$;

-- For work inside a transaction that a host has open: enters the scope once, and refuses another one after it (ERP02).
create function join_scope(
  p_stores uuid[], p_chain boolean, p_user uuid, p_role text,
  p_request text, p_address text, p_reason text) returns void
language plpgsql as $$
declare
  asked constant text := concat_ws('|', p_stores, p_chain, p_user, p_role, p_request);
  entered constant text := nullif(current_setting('app.joined', true), '');
begin
  if entered is null and coalesce(current_setting('app.role', true), '') = '' then
    perform erp.enter_scope(p_stores, p_chain, p_user, p_role, p_request, p_address, p_reason, false),
            set_config('app.joined', asked, true);
  elsif entered is distinct from asked then
    raise exception 'the transaction works for another scope or caller' using errcode = 'ERP02';
  end if;
end $$;
grant execute on function enter_scope, join_scope to erp_app;

-- What an act did must not be undone by the one who runs the application: append-only tables refuse even their owner.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or deleted', tg_table_name using errcode = '42501';
end $$;

create procedure make_append_only(t text) language plpgsql as $$
begin
  execute format('create trigger append_only before update or delete on erp.%I for each row execute function erp.refuse_change()', t);
  execute format('create trigger append_only_truncate before truncate on erp.%I for each statement execute function erp.refuse_change()', t);
  execute format('alter table erp.%I enable always trigger append_only', t);
  execute format('alter table erp.%I enable always trigger append_only_truncate', t);
end $$;

-- A store table: rows belong to a store, one policy text for all of them.
create procedure make_store_table(t text, rights text, about text) language plpgsql as $$
declare
  scope constant text := 'store_id = any ((select nullif(current_setting(''app.store_ids'', true), '''')::uuid[])::uuid[])';
begin
  execute format('alter table erp.%I enable row level security', t);
  execute format('alter table erp.%I force row level security', t);
  execute format('create policy owner_all on erp.%I to erp_owner using (true) with check (true)', t);
  execute format('create policy scope on erp.%I to erp_app using (%s) with check (%s)', t, scope, scope);
  execute format('grant %s on erp.%I to erp_app', rights, t);
  execute format('comment on table erp.%I is %L', t, 'store: ' || about);
  if rights !~ 'update|delete' then
    call erp.make_append_only(t);
  end if;
end $$;

-- A reference table: the whole chain reads it, only some roles write it.
create procedure make_reference_table(t text, rights text, writers text[], about text) language plpgsql as $$
begin
  execute format('alter table erp.%I enable row level security', t);
  execute format('alter table erp.%I force row level security', t);
  execute format('create policy owner_all on erp.%I to erp_owner using (true) with check (true)', t);
  execute format('create policy readers on erp.%I for select to erp_app using (true)', t);
  if rights ~ 'insert' then
    execute format('create policy writers_insert on erp.%I for insert to erp_app with check ((select current_setting(''app.role'', true)) = any (%L::text[]))', t, writers);
  end if;
  if rights ~ 'update' then
    execute format('create policy writers_update on erp.%I for update to erp_app using ((select current_setting(''app.role'', true)) = any (%L::text[])) with check ((select current_setting(''app.role'', true)) = any (%L::text[]))', t, writers, writers);
  end if;
  if rights <> '' then
    execute format('grant %s on erp.%I to erp_app', rights, t);
  end if;
  execute format('comment on table erp.%I is %L', t, 'reference: ' || about);
end $$;

-- A register: unique across stores, reached only through definer functions.
create procedure make_register_table(t text, about text) language plpgsql as $$
begin
  execute format('alter table erp.%I enable row level security', t);
  execute format('alter table erp.%I force row level security', t);
  execute format('create policy owner_all on erp.%I to erp_owner using (true) with check (true)', t);
  execute format('comment on table erp.%I is %L', t, 'register: ' || about);
end $$;
