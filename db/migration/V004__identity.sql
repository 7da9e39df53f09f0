create table users (
  id uuid primary key,
  email text not null unique check (email = lower(email) and length(email) between 3 and 254),
  name text not null check (length(name) between 1 and 120),
  super_admin boolean not null default false,
  home_store_id uuid references stores (id),
  active boolean not null default true,
  password_hash text not null,
  token_version int not null default 1,
  created_at timestamptz not null,
  version int not null default 1
);
call make_reference_table('users', '', array['SUPER_ADMIN', 'MANAGER', 'SYSTEM'], 'a person who signs in, in one or more stores');
-- the hash never leaves the database but through sign_in
grant select (id, email, name, super_admin, home_store_id, active, token_version, created_at, version) on users to erp_app;
grant insert (id, email, name, super_admin, home_store_id, active, password_hash, created_at) on users to erp_app;
grant update (name, home_store_id, active, password_hash, token_version, version) on users to erp_app;
create policy writers_insert on users for insert to erp_app with check ((select current_setting('app.role', true)) in ('SUPER_ADMIN', 'SYSTEM') or ((select current_setting('app.role', true)) = 'MANAGER' and not super_admin));
create policy writers_update on users for update to erp_app
  using ((select current_setting('app.role', true)) in ('SUPER_ADMIN', 'SYSTEM') or ((select current_setting('app.role', true)) = 'MANAGER' and not super_admin) or id = (select nullif(current_setting('app.user_id', true), '')::uuid))
  with check ((select current_setting('app.role', true)) in ('SUPER_ADMIN', 'SYSTEM') or ((select current_setting('app.role', true)) = 'MANAGER' and not super_admin) or id = (select nullif(current_setting('app.user_id', true), '')::uuid));
comment on column users.password_hash is 'secret: what a password is checked against';
call audit_table('users', 'images');

create table memberships (
  store_id uuid not null references stores (id),
  id uuid not null,
  user_id uuid not null references users (id),
  role text not null check (role in ('MANAGER', 'SUPERVISOR', 'FRONT_DESK', 'TECHNICIAN', 'QA', 'WAREHOUSE', 'COURIER', 'CUSTOMER', 'REGIONAL_MANAGER', 'ACCOUNTANT')),
  started_at timestamptz not null,
  ended_at timestamptz,
  primary key (store_id, id)
);
create unique index memberships_current on memberships (store_id, user_id) where ended_at is null;
call make_store_table('memberships', 'select, insert, update', 'who works in the store, with which role');
call audit_table('memberships', 'images');

create table sessions (
  id uuid primary key,
  user_id uuid not null references users (id),
  token_hash text not null unique,
  started_at timestamptz not null,
  expires_at timestamptz not null,
  rotated_at timestamptz,
  family uuid not null
);
comment on column sessions.token_hash is 'secret: what a refresh token is found by';
create index sessions_family on sessions (family);
create index sessions_user on sessions (user_id);
call make_register_table('sessions', 'refresh tokens by hash: known before any store is');

-- What sign-in must read before there is a scope. Answers nothing for an unknown or inactive user.
create function sign_in(p_email text) returns table (
  user_id uuid, email text, name text, super_admin boolean, home_store_id uuid, password_hash text, token_version int, stores uuid[], roles text[])
language sql stable security definer set search_path = erp, pg_catalog as $$
  select u.id, u.email, u.name, u.super_admin, u.home_store_id, u.password_hash, u.token_version,
         coalesce(array_agg(m.store_id order by m.store_id) filter (where m.store_id is not null), '{}'),
         coalesce(array_agg(m.role order by m.store_id) filter (where m.store_id is not null), '{}')
    from users u
    left join (select m.* from memberships m join stores s on s.id = m.store_id and s.active where m.ended_at is null) m on m.user_id = u.id
   where u.email = lower(p_email) and u.active
   group by u.id
$$;

create function open_session(p_id uuid, p_user uuid, p_token_hash text, p_family uuid, p_now timestamptz, p_expires timestamptz) returns void
language sql security definer set search_path = erp, pg_catalog as $$
  insert into sessions values (p_id, p_user, p_token_hash, p_now, p_expires, null, p_family)
$$;

-- Uses a refresh token up. A token that was used before ends its whole family: somebody else has it.
create function use_session(p_token_hash text, p_now timestamptz) returns table (user_email text, family uuid, started_at timestamptz, expires_at timestamptz, outcome text)
language plpgsql security definer set search_path = erp, pg_catalog as $$
declare
  s sessions;
begin
  select * into s from sessions x where x.token_hash = p_token_hash for update;
  if not found then
    return query select null::text, null::uuid, null::timestamptz, null::timestamptz, 'UNKNOWN'::text;
  elsif s.rotated_at is not null then
    delete from sessions x where x.family = s.family;
    return query select null::text, s.family, s.started_at, s.expires_at, 'REUSED'::text;
  elsif s.expires_at <= p_now then
    return query select null::text, s.family, s.started_at, s.expires_at, 'EXPIRED'::text;
  else
    update sessions x set rotated_at = p_now where x.id = s.id;
    return query select u.email, s.family, s.started_at, s.expires_at, 'OK'::text from users u where u.id = s.user_id and u.active;
  end if;
end $$;

create function end_sessions(p_user uuid) returns void
language sql security definer set search_path = erp, pg_catalog as $$
  delete from sessions where user_id = p_user
$$;
grant execute on function sign_in, open_session, use_session, end_sessions to erp_app;
