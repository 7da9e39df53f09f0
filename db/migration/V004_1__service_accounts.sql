-- Programs of integrators. A service account is a user of one store with a role in it, and may do no more than the
-- permissions it was given; it comes in by keys, of which the database knows the hashes only.
create table service_accounts (
  store_id uuid not null references stores (id),
  id uuid not null references users (id),
  permissions text[] not null check (cardinality(permissions) between 1 and 100),
  created_by uuid,
  created_at timestamptz not null,
  closed_at timestamptz,
  primary key (store_id, id)
);
create index service_accounts_user on service_accounts using hash (id);
comment on index service_accounts_user is 'which stores'' key it is, is looked up as the owner';
call make_store_table('service_accounts', 'select, insert, update', 'a program that may call, and what it may do');
call audit_table('service_accounts', 'images');

create table api_keys (
  store_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  key_hash text not null,
  hint text not null check (length(hint) between 1 and 12),
  created_by uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  primary key (store_id, id),
  foreign key (store_id, account_id) references service_accounts (store_id, id)
);
create index api_keys_account on api_keys (store_id, account_id);
create index api_keys_hash on api_keys using hash (key_hash);
comment on index api_keys_hash is 'a key is known before any store is: looked up as the owner';
comment on column api_keys.key_hash is 'secret: what a key is found by';
comment on column api_keys.hint is 'the last letters of the key, to tell keys apart';
call make_store_table('api_keys', 'insert, update (revoked_at)', 'keys of service accounts');
grant select (store_id, id, account_id, hint, created_by, created_at, expires_at, revoked_at) on api_keys to erp_app;
call audit_table('api_keys', 'images');

create table api_key_uses (
  key_id uuid primary key,
  last_at timestamptz not null
);
call make_register_table('api_key_uses', 'when a key was last used, to the minute: found by keys nobody uses any more');

-- Lets a program in for a quarter of an hour. Nothing for a key that is unknown, over or revoked, or whose account or store
-- is closed.
create function use_api_key(p_key_hash text, p_session uuid, p_now timestamptz, p_expires timestamptz)
returns table (user_id uuid, permissions text[], expires_at timestamptz)
language plpgsql security definer set search_path = erp, pg_catalog as $$
declare
  k api_keys;
begin
  select x.* into k from api_keys x where x.key_hash = p_key_hash and x.revoked_at is null and x.expires_at > p_now;
  if not found then
    return;
  end if;
  select a.id, a.permissions into user_id, permissions from service_accounts a join users u on u.id = a.id
   where a.store_id = k.store_id and a.id = k.account_id and a.closed_at is null and u.active for share of u;
  if not found then
    return;
  end if;
  delete from sessions s where s.user_id = k.account_id and s.expires_at <= p_now;
  expires_at := least(p_expires, k.expires_at);
  insert into sessions values (p_session, k.account_id, p_now, use_api_key.expires_at);
  insert into api_key_uses as u values (k.id, p_now)
    on conflict (key_id) do update set last_at = excluded.last_at where u.last_at < excluded.last_at - interval '1 minute';
  return next;
end $$;

-- When keys of these accounts were last used, as far as they are of the scope.
create function api_keys_used(p_accounts uuid[]) returns table (key_id uuid, last_at timestamptz)
language sql stable security definer set search_path = erp, pg_catalog as $$
  select u.key_id, u.last_at from api_key_uses u join api_keys k on k.id = u.key_id
   where k.account_id = any (p_accounts)
     and k.store_id = any ((select nullif(current_setting('app.store_ids', true), '')::uuid[])::uuid[])
$$;
grant execute on function use_api_key, api_keys_used to erp_app;
