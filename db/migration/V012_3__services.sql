-- What the shop does to devices, for one model or for any: its price is dated, the rest is what is usual.
create table services (
  id uuid primary key,
  code text not null unique check (code ~ '^[A-Z0-9][A-Z0-9._/-]{0,39}$'),
  name text not null check (length(name) between 1 and 120),
  model_id uuid references device_models (id),
  minutes int not null check (minutes between 1 and 10000),
  warranty_days int not null check (warranty_days between 0 and 3650),
  active boolean not null default true,
  search text not null default '',
  words tsvector generated always as (to_tsvector('pg_catalog.simple', search)) stored,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null default 1
);
create index services_words on services using gin (words);
create index services_model on services (model_id);
call make_reference_table('services', 'select, insert, update', array['MANAGER', 'REGIONAL_MANAGER', 'SUPER_ADMIN', 'SYSTEM'], 'what the chain does to devices');
call audit_table('services', 'images');

create function service_search(p_service uuid) returns text language sql stable as $$
  select regexp_replace(erp.plain_text(concat_ws(' ', s.code, s.name, m.brand || ' ' || m.name)), '[^a-z0-9]+', ' ', 'g')
    from erp.services s left join erp.device_models m on m.id = s.model_id where s.id = p_service
$$;
grant execute on function service_search to erp_app;

-- Who renames a category or a model need not be one who may write services: what is found by the old name is found by the new.
create function follow_words() returns trigger language plpgsql security definer set search_path = erp, pg_catalog as $$
begin
  if tg_table_name = 'part_categories' then
    update parts set search = part_search(id) where category_id = new.id and search <> part_search(id);
  else
    update parts set search = part_search(id)
     where id in (select part_id from part_models where model_id = new.id and fits) and search <> part_search(id);
    update services set search = service_search(id) where model_id = new.id and search <> service_search(id);
  end if;
  return null;
end $$;
revoke execute on function follow_words from public;
create trigger follow_words after update of name on part_categories for each row execute function follow_words();
create trigger follow_words after update of brand, name on device_models for each row execute function follow_words();

create table service_parts (
  id uuid primary key,
  service_id uuid not null references services (id),
  part_id uuid not null references parts (id),
  quantity int not null check (quantity >= 0),
  unique (service_id, part_id)
);
comment on column service_parts.quantity is '0: not used for it any more';
create index service_parts_part on service_parts (part_id);
call make_reference_table('service_parts', 'select, insert, update', array['MANAGER', 'REGIONAL_MANAGER', 'SUPER_ADMIN', 'SYSTEM'], 'parts that a service usually takes');
call audit_table('service_parts', 'images');

create table service_prices (
  id uuid primary key,
  ordinal bigint generated always as identity,
  service_id uuid not null references services (id),
  price numeric(20,2) not null check (price >= 0),
  valid_from date not null,
  reason text check (length(reason) between 1 and 400),
  recorded_by uuid,
  recorded_at timestamptz not null
);
create index service_prices_day on service_prices (service_id, valid_from desc, ordinal desc);
call make_reference_table('service_prices', 'select, insert', array['MANAGER', 'REGIONAL_MANAGER', 'SUPER_ADMIN', 'SYSTEM'], 'what a service costs the customer since when');
call make_append_only('service_prices');
call audit_table('service_prices', 'images');
