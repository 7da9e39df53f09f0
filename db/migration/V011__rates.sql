-- What a currency cost in bolívares, from whom it is known, and what it was read from (docs/rates.md).
-- Everything here is append-only: a correction is a new row that supersedes, what documents used stays.

-- The bodies that rates were read from, packed with gzip; unpacked they have the hash.
create table rate_evidence (
  id uuid primary key,
  sha256 text not null unique check (sha256 ~ '^[0-9a-f]{64}$'),
  source text not null,
  channel text not null,
  origin text not null,
  requested_at timestamptz not null,
  content_type text,
  size int not null check (size >= 0),
  parser text not null,
  body bytea not null
);
call make_reference_table('rate_evidence', 'select, insert', array['SUPER_ADMIN', 'MANAGER', 'REGIONAL_MANAGER', 'SYSTEM'], 'what rates were read from, as it was received');
call make_append_only('rate_evidence');
call audit_table('rate_evidence', 'append-only');

-- One row per observation, VES per unit of base. What is read again and is the same makes no new row.
-- denomination: before 2021-10-01 rates are in bolívares soberanos, a millionth each; those are history and never used.
create table exchange_rates (
  id uuid primary key,
  publication_id uuid not null,
  source text not null check (source ~ '^[A-Z][A-Z0-9_]{1,19}$'),
  channel text not null check (channel in ('PAGE', 'XLS', 'HISTORY', 'MANUAL', 'P2P', 'QUOTE', 'WITNESS', 'QUORUM')),
  base text not null check (base ~ '^[A-Z]{3,5}$' and base <> 'VES'),
  rate numeric(20,8) not null check (rate > 0),
  value_date date not null,
  denomination text not null generated always as (case when value_date < date '2021-10-01' then 'BSS' else 'VES' end) stored,
  operation_date date check (operation_date < value_date),
  published_at timestamptz,
  observed_at timestamptz not null,
  state text not null check (state in ('ACCEPTED', 'SUSPECT', 'REJECTED', 'PROVISIONAL', 'WITNESS')),
  doubts text[] not null default '{}',
  witness_settles boolean not null default false,
  supersedes uuid references exchange_rates (id),
  reason text,
  details jsonb,
  evidence_sha256 text references rate_evidence (sha256),
  recorded_by uuid,
  check (source <> 'MANUAL' or length(reason) >= 5),
  check (state not in ('SUSPECT', 'REJECTED') or cardinality(doubts) > 0)
);
comment on column exchange_rates.state is 'what it was when it was observed; rate_decisions say what a person made of a SUSPECT';
comment on column exchange_rates.supersedes is 'the row that counted for this source, currency and value date until this one was accepted';
comment on column exchange_rates.witness_settles is 'whether an agreeing second source is enough to accept it';
create unique index exchange_rates_once on exchange_rates (source, base, value_date, rate, supersedes) nulls not distinct where source <> 'BINANCE';
create index exchange_rates_lookup on exchange_rates (base, value_date desc, observed_at desc);
create index exchange_rates_publication on exchange_rates (publication_id);
create index exchange_rates_page on exchange_rates (id);
call make_reference_table('exchange_rates', 'select, insert', array['SUPER_ADMIN', 'MANAGER', 'REGIONAL_MANAGER', 'SYSTEM'], 'what a currency cost in bolívares, by whom and since when');
call make_append_only('exchange_rates');
call audit_table('exchange_rates', 'images');

-- Other doors or sources that showed the same: the second signature under a rate.
create table rate_sightings (
  id uuid primary key,
  rate_id uuid not null references exchange_rates (id),
  source text not null,
  channel text not null,
  seen_at timestamptz not null,
  evidence_sha256 text references rate_evidence (sha256),
  unique (rate_id, source, channel)
);
call make_reference_table('rate_sightings', 'select, insert', array['SUPER_ADMIN', 'MANAGER', 'REGIONAL_MANAGER', 'SYSTEM'], 'further sources that showed the same rate');
call make_append_only('rate_sightings');
call audit_table('rate_sightings', 'images');

-- What became of a SUSPECT: once, with a reason, by a person or by an agreeing second source.
create table rate_decisions (
  id uuid primary key,
  rate_id uuid not null unique references exchange_rates (id),
  decision text not null check (decision in ('CONFIRMED', 'REJECTED')),
  reason text not null check (length(reason) between 5 and 400),
  decided_by uuid,
  decided_at timestamptz not null
);
call make_reference_table('rate_decisions', 'select, insert', array['SUPER_ADMIN', 'MANAGER', 'REGIONAL_MANAGER', 'SYSTEM'], 'what became of a suspect rate');
call make_append_only('rate_decisions');
call audit_table('rate_decisions', 'images');

-- The book as it is read: every observation with what it counts as today.
create view rate_book with (security_invoker = true) as
  select r.*, d.decision, d.reason as decision_reason, d.decided_by, d.decided_at,
         case d.decision when 'CONFIRMED' then 'ACCEPTED' when 'REJECTED' then 'REJECTED' else r.state end as standing,
         coalesce(d.decided_at, r.observed_at) as counts_since
    from exchange_rates r left join rate_decisions d on d.rate_id = r.id;
grant select on rate_book to erp_app;

-- Each time that a source was asked, and what came of it.
create table rate_attempts (
  id uuid primary key,
  source text not null,
  channel text not null,
  requested_at timestamptz not null,
  tries int not null check (tries > 0),
  outcome text not null check (outcome in ('PUBLISHED', 'UNCHANGED', 'REJECTED', 'UNAVAILABLE')),
  reason text,
  issuers text,
  evidence_sha256 text references rate_evidence (sha256)
);
comment on column rate_attempts.issuers is 'digest of the certificate chain that vouched for the server';
create index rate_attempts_newest on rate_attempts (source, channel, requested_at desc);
call make_reference_table('rate_attempts', 'select, insert', array['SUPER_ADMIN', 'MANAGER', 'REGIONAL_MANAGER', 'SYSTEM'], 'when sources were asked and what they answered');
call make_append_only('rate_attempts');

-- Bank holidays beyond those that ship with the ERP (or taken back from them); the newest row of a day counts.
create table bank_holidays (
  id uuid primary key,
  day date not null check (extract(isodow from day) < 6),
  closed boolean not null,
  source text not null check (length(source) between 5 and 200),
  recorded_by uuid,
  recorded_at timestamptz not null
);
create index bank_holidays_day on bank_holidays (day, recorded_at);
call make_reference_table('bank_holidays', 'select, insert', array['SUPER_ADMIN', 'MANAGER', 'REGIONAL_MANAGER', 'SYSTEM'], 'weekdays on which banks stay closed');
call make_append_only('bank_holidays');
call audit_table('bank_holidays', 'images');

-- From which day on an issuer follows which rule; before the first row the issuer's own settings count.
create table rate_policies (
  id uuid primary key,
  issuer_id uuid not null references issuers (id),
  effective_from date not null,
  weekend_rate text not null check (weekend_rate in ('NEXT_BANKING_DAY', 'LATEST_EFFECTIVE')),
  missing_rate text not null check (missing_rate in ('REFUSE', 'PROVISIONAL_LAST_KNOWN')),
  reason text not null check (length(reason) between 5 and 400),
  recorded_by uuid,
  recorded_at timestamptz not null
);
create index rate_policies_lookup on rate_policies (issuer_id, effective_from desc, recorded_at desc);
call make_reference_table('rate_policies', 'select, insert', array['SUPER_ADMIN', 'SYSTEM'], 'the dated switch of an issuer: which rate while banks are closed or a rate is missing');
call make_append_only('rate_policies');
call audit_table('rate_policies', 'images');
