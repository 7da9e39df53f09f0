create table users (
  id uuid primary key,
  email text not null unique check (email = lower(email) and length(email) between 3 and 254),
  name text not null check (length(name) between 1 and 120),
  super_admin boolean not null default false,
  home_store_id uuid references stores (id),
  active boolean not null default true,
  service boolean not null default false,
  password_hash text,
  token_version int not null default 1,
  created_at timestamptz not null,
  version int not null default 1,
  constraint users_services_have_no_password check (service = (password_hash is null)),
  constraint users_services_are_below check (not (service and super_admin))
);
comment on column users.service is 'a program of an integrator: comes in by a key, never by a password (V004_1)';
call make_reference_table('users', '', array['SUPER_ADMIN', 'MANAGER', 'SYSTEM'], 'a person who signs in, in one or more stores');
-- the hash never leaves the database but through sign_in
grant select (id, email, name, super_admin, home_store_id, active, service, token_version, created_at, version) on users to erp_app;
grant insert (id, email, name, super_admin, home_store_id, active, service, password_hash, created_at) on users to erp_app;
grant update (name, home_store_id, active, password_hash, token_version, version) on users to erp_app;
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
create index memberships_user on memberships using hash (user_id);
comment on index memberships_user is 'who signs in is looked up over all stores, as the owner';
call make_store_table('memberships', 'select, insert, update', 'who works in the store, with which role');
call audit_table('memberships', 'images');

-- Managers write people of their scope's stores; everybody writes their own row (the password).
create policy writers_insert on users for insert to erp_app
  with check ((select current_setting('app.role', true)) in ('SUPER_ADMIN', 'SYSTEM')
           or (select current_setting('app.role', true)) in ('MANAGER', 'REGIONAL_MANAGER') and not super_admin);
create policy writers_update on users for update to erp_app
  using ((select current_setting('app.role', true)) in ('SUPER_ADMIN', 'SYSTEM')
      or (select current_setting('app.role', true)) in ('MANAGER', 'REGIONAL_MANAGER') and not super_admin
         and exists (select from memberships m where m.user_id = users.id)
      or id = (select nullif(current_setting('app.user_id', true), '')::uuid))
  with check ((select current_setting('app.role', true)) in ('SUPER_ADMIN', 'SYSTEM')
      or (select current_setting('app.role', true)) in ('MANAGER', 'REGIONAL_MANAGER') and not super_admin
      or id = (select nullif(current_setting('app.user_id', true), '')::uuid));
comment on policy writers_update on users is 'asks the memberships: people are changed one at a time';

-- A session begins with a sign-in and ends 24 hours later or when somebody ends it; its refresh tokens follow each other,
-- each known by its hash only. A used one keeps its successor, sealed with the used token itself.
create table sessions (
  id uuid primary key,
  user_id uuid not null references users (id),
  started_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index sessions_user on sessions (user_id);
call make_register_table('sessions', 'a sign-in and what became of it: known before any store is');

create table refresh_tokens (
  token_hash text primary key,
  session_id uuid not null references sessions (id) on delete cascade,
  generation int not null,
  used_at timestamptz,
  successor bytea,
  unique (session_id, generation)
);
call make_register_table('refresh_tokens', 'refresh tokens by hash: known before any store is');
comment on column refresh_tokens.token_hash is 'secret: what a refresh token is found by';
comment on column refresh_tokens.successor is 'secret: the next token, sealed for who asks twice at once';

-- Failed sign-ins in a row, by account, by address, and by both where the account is at home. Accounts are hashes of
-- addresses of e-mail, of existing people or not: a password typed into the wrong field must not stay here.
create table login_failures (
  key text primary key,
  failures int not null,
  last_at timestamptz not null,
  blocked_until timestamptz
);
create index login_failures_age on login_failures (last_at);
call make_register_table('login_failures', 'sign-ins that failed in a row, and until when the next one waits');

create table known_addresses (
  account text not null,
  address text not null,
  last_at timestamptz not null,
  primary key (account, address)
);
call make_register_table('known_addresses', 'from where an account has signed in');

-- What sign-in must read before there is a scope: nothing for an unknown or inactive person. The only way to a hash.
create function sign_in(p_email text) returns table (user_id uuid, password_hash text, token_version int)
language sql stable security definer set search_path = erp, pg_catalog as $$
  select id, u.password_hash, u.token_version from users u where email = p_email and active and not service
$$;

-- An active person with the roles that count now, in stores that are open.
create function person(p_user uuid) returns table (
  user_id uuid, email text, name text, super_admin boolean, home_store_id uuid, token_version int, stores uuid[], roles text[])
language sql stable security definer set search_path = erp, pg_catalog as $$
  select u.id, u.email, u.name, u.super_admin, u.home_store_id, u.token_version,
         coalesce(array_agg(m.store_id order by m.store_id) filter (where m.store_id is not null), '{}'),
         coalesce(array_agg(m.role order by m.store_id) filter (where m.store_id is not null), '{}')
    from users u
    left join (select m.* from memberships m join stores s on s.id = m.store_id and s.active where m.ended_at is null) m on m.user_id = u.id
   where u.id = p_user and u.active
   group by u.id
$$;

-- Whether an access token still counts: the newest version of the person's tokens, null for nobody active, and whether
-- the session goes on.
create function standing(p_user uuid, p_session uuid, p_now timestamptz) returns table (token_version int, session_open boolean)
language sql stable security definer set search_path = erp, pg_catalog as $$
  select (select u.token_version from users u where u.id = p_user and u.active),
         exists (select from sessions s where s.id = p_session and s.user_id = p_user and s.ended_at is null and s.expires_at > p_now)
$$;

-- How many stores outside the scope a person works in: whoever manages some of their stores does not manage all of them.
create function stores_elsewhere(p_user uuid) returns int
language sql stable security definer set search_path = erp, pg_catalog as $$
  select count(*)::int from memberships
   where user_id = p_user and ended_at is null
     and store_id <> all (coalesce(nullif(current_setting('app.store_ids', true), '')::uuid[], '{}'))
$$;

-- Counts a sign-in before it is judged, so that a hundred at once are not a hundred free guesses. Answers how long to
-- wait; nothing is counted while one waits. From an address where the account has signed in before, only what fails
-- there counts: nobody elsewhere can lock its owner out. Rows are locked in the order of their keys.
create function begin_login(p_account text, p_address text, p_now timestamptz) returns table (wait_seconds int, failed int)
language plpgsql security definer set search_path = erp, pg_catalog as $$
declare
  known constant boolean := exists (select from known_addresses
    where account = p_account and address = p_address and last_at > p_now - interval '90 days');
  keys constant text[] := case
    when known then array['both:' || p_account || ':' || p_address]
    when p_address is null then array['account:' || p_account]
    else array['account:' || p_account, 'address:' || p_address] end;
  counter login_failures;
begin
  wait_seconds := 0;
  failed := 0;
  insert into login_failures select k, 0, p_now from unnest(keys) k order by k on conflict do nothing;
  for counter in select * from login_failures where key = any (keys) order by key for update loop
    wait_seconds := greatest(wait_seconds, ceil(extract(epoch from counter.blocked_until - p_now))::int);
  end loop;
  if wait_seconds > 0 then
    return next;
    return;
  end if;
  -- an address stands for many people: more are free, and it is forgotten sooner
  update login_failures set last_at = p_now, failures = 1 + case
      when last_at < p_now - case when key like 'address:%' then interval '1 hour' else interval '24 hours' end then 0
      else failures end
   where key = any (keys);
  -- a second, doubling up to a quarter of an hour; after a hundred in a row (NIST SP 800-63B) a day
  update login_failures set blocked_until = p_now + case
      when key like 'address:%' then make_interval(secs => least(2 ^ least(failures - 30, 20), 900))
      when failures >= 100 then interval '1 day'
      else make_interval(secs => least(2 ^ least(failures - 5, 20), 900)) end
   where key = any (keys) and failures >= case when key like 'address:%' then 30 else 5 end;
  select max(f.failures) into failed from login_failures f where f.key = any (keys) and f.key not like 'address:%';
  return next;
end $$;

-- The sign-in that was counted was good. What failed elsewhere stays counted.
create function login_succeeded(p_account text, p_address text, p_now timestamptz) returns void
language plpgsql security definer set search_path = erp, pg_catalog as $$
declare
  known constant boolean := exists (select from known_addresses
    where account = p_account and address = p_address and last_at > p_now - interval '90 days');
begin
  if known then
    delete from login_failures where key = 'both:' || p_account || ':' || p_address;
  else
    delete from login_failures where key = 'account:' || p_account;
    update login_failures set failures = greatest(failures - 1, 0), blocked_until = null where key = 'address:' || p_address;
  end if;
  if p_address is not null then
    insert into known_addresses values (p_account, p_address, p_now)
      on conflict (account, address) do update set last_at = excluded.last_at;
  end if;
  delete from known_addresses where account = p_account and last_at <= p_now - interval '90 days';
  delete from login_failures where key in (
    select key from login_failures where last_at < p_now - interval '2 days' order by key limit 100 for update skip locked);
end $$;

-- A manager lets somebody try again at once.
create function forget_login_failures(p_account text) returns void
language sql security definer set search_path = erp, pg_catalog as $$
  delete from login_failures where key = 'account:' || p_account or key like 'both:' || p_account || ':%'
$$;

-- A better hash of the same password; whoever knows neither hash changes nothing.
create function renew_password_hash(p_user uuid, p_old text, p_new text) returns void
language sql security definer set search_path = erp, pg_catalog as $$
  update users set password_hash = p_new where id = p_user and password_hash = p_old
$$;

-- Begins a session, unless the person was disabled or changed since they were looked up. Clears away what ended.
create function open_session(p_id uuid, p_user uuid, p_version int, p_token_hash text, p_now timestamptz, p_expires timestamptz) returns boolean
language plpgsql security definer set search_path = erp, pg_catalog as $$
begin
  perform from users where id = p_user and active and token_version = p_version for share;
  if not found then
    return false;
  end if;
  delete from sessions where user_id = p_user and expires_at <= p_now;
  insert into sessions values (p_id, p_user, p_now, p_expires);
  insert into refresh_tokens values (p_token_hash, p_id, 1);
  return true;
end $$;

-- Uses a refresh token up for the next one. Who comes a second time shortly after, with the token just used, was the same
-- client at the same moment and gets the same successor. Any other token that comes again is in two hands: its session
-- ends. An unknown token changes nothing.
create function use_refresh_token(p_token_hash text, p_next_hash text, p_successor bytea, p_now timestamptz, p_grace interval)
returns table (outcome text, user_id uuid, session_id uuid, expires_at timestamptz, used_at timestamptz, generation int, successor bytea)
language plpgsql security definer set search_path = erp, pg_catalog as $$
declare
  s sessions;
  t refresh_tokens;
begin
  select x.* into s from sessions x
    where x.id = (select r.session_id from refresh_tokens r where r.token_hash = p_token_hash) for update;
  if not found then
    return query select 'UNKNOWN'::text, null::uuid, null::uuid, null::timestamptz, null::timestamptz, null::int, null::bytea;
    return;
  end if;
  select r.* into t from refresh_tokens r where r.token_hash = p_token_hash;
  if s.ended_at is not null or s.expires_at <= p_now then
    outcome := 'ENDED';
  elsif t.used_at is null then
    update refresh_tokens r set used_at = p_now, successor = p_successor where r.token_hash = p_token_hash returning r.* into t;
    insert into refresh_tokens values (p_next_hash, s.id, t.generation + 1);
    outcome := 'OK';
  elsif p_now < t.used_at + p_grace and exists (select from refresh_tokens n
      where n.session_id = s.id and n.generation = t.generation + 1 and n.used_at is null) then
    outcome := 'OK';
  else
    update sessions x set ended_at = p_now where x.id = s.id;
    outcome := 'REUSED';
  end if;
  return query select outcome, s.user_id, s.id, s.expires_at, t.used_at, t.generation + 1, t.successor;
end $$;

-- Ends the session that a refresh token belongs to; who holds it may. Answers which one it was.
create function end_session_of(p_token_hash text, p_now timestamptz) returns uuid
language sql security definer set search_path = erp, pg_catalog as $$
  update sessions set ended_at = coalesce(ended_at, p_now)
   where id = (select session_id from refresh_tokens where token_hash = p_token_hash) returning id
$$;

-- Ends one session of the person who asks.
create function end_session(p_session uuid, p_now timestamptz) returns void
language sql security definer set search_path = erp, pg_catalog as $$
  update sessions set ended_at = coalesce(ended_at, p_now)
   where id = p_session and user_id = nullif(current_setting('app.user_id', true), '')::uuid
$$;

-- Ends all sessions of a person: their own wish, or that of somebody who may write people.
create function end_sessions(p_user uuid, p_now timestamptz) returns void
language plpgsql security definer set search_path = erp, pg_catalog as $$
begin
  if p_user is distinct from nullif(current_setting('app.user_id', true), '')::uuid
     and current_setting('app.role', true) not in ('SUPER_ADMIN', 'SYSTEM', 'MANAGER', 'REGIONAL_MANAGER') then
    raise exception 'these are the sessions of somebody else' using errcode = '42501';
  end if;
  update sessions set ended_at = p_now where user_id = p_user and ended_at is null;
end $$;

grant execute on function sign_in, person, standing, stores_elsewhere, begin_login, login_succeeded, forget_login_failures,
  renew_password_hash, open_session, use_refresh_token, end_session_of, end_session, end_sessions to erp_app;
