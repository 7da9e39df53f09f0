-- One row per observation of a rate; a correction is a new row, what documents used stays. VES per unit of base.
create table exchange_rates (
  id uuid primary key,
  source text not null check (source in ('BCV', 'BINANCE', 'MANUAL')),
  base text not null check (base in ('USD', 'EUR', 'USDT')),
  rate numeric(20,8) not null check (rate > 0),
  value_date date not null,
  observed_at timestamptz not null,
  reason text,
  evidence_sha256 text,
  recorded_by uuid,
  check (source <> 'MANUAL' or length(reason) >= 5)
);
create index exchange_rates_lookup on exchange_rates (base, value_date desc, observed_at desc);
create index exchange_rates_page on exchange_rates (id);
call make_reference_table('exchange_rates', 'select, insert', array['SUPER_ADMIN', 'MANAGER', 'REGIONAL_MANAGER', 'SYSTEM'], 'what a currency cost in bolívares, by whom and since when');
call make_append_only('exchange_rates');
call audit_table('exchange_rates', 'images');
