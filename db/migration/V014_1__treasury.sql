-- Banks by their four-digit code. A code that a bank gave up stays valid on the documents of its time.
create table banks (
  id uuid primary key,
  code text not null check (code ~ '^0[0-9]{3}$'),
  name text not null check (length(name) between 1 and 80),
  valid_from date not null,
  valid_to date,
  unique (code, valid_from),
  check (valid_to is null or valid_to >= valid_from)
);
call make_reference_table('banks', 'select, insert, update', array['SUPER_ADMIN', 'SYSTEM'], 'banks of Venezuela by code, with the days on which the code was good');
call audit_table('banks', 'images');
insert into banks (id, code, name, valid_from, valid_to)
select gen_random_uuid(), code, name, date '1990-01-01', null from (values
  ('0001', 'Banco Central de Venezuela'), ('0102', 'Banco de Venezuela'), ('0104', 'Venezolano de Crédito'),
  ('0105', 'Mercantil'), ('0108', 'Provincial'), ('0114', 'Bancaribe'), ('0115', 'Exterior'), ('0128', 'Banco Caroní'),
  ('0134', 'Banesco'), ('0137', 'Sofitasa'), ('0138', 'Banco Plaza'), ('0146', 'Bangente'), ('0151', 'BFC Banco Fondo Común'),
  ('0156', '100% Banco'), ('0157', 'DelSur'), ('0163', 'Banco del Tesoro'), ('0166', 'Banco Agrícola de Venezuela'),
  ('0168', 'Bancrecer'), ('0169', 'R4'), ('0171', 'Banco Activo'), ('0172', 'Bancamiga'),
  ('0173', 'Banco Internacional de Desarrollo'), ('0174', 'Banplus'), ('0175', 'Banco Digital de los Trabajadores'),
  ('0177', 'BANFANB'), ('0178', 'N58'), ('0191', 'Banco Nacional de Crédito')) v (code, name);
-- in no list of 2025 or later that we have read: good on documents before them only
insert into banks (id, code, name, valid_from, valid_to)
select gen_random_uuid(), code, name, date '1990-01-01', date '2024-12-31' from (values
  ('0116', 'Banco Occidental de Descuento'), ('0121', 'Corp Banca'), ('0149', 'Banco del Pueblo Soberano'),
  ('0176', 'Novo Banco'), ('0190', 'Citibank'), ('0601', 'Instituto Municipal de Crédito Popular')) v (code, name);

-- How customers pay. The family says what the software does with it, the row all the rest: a new method needs no release.
create table payment_methods (
  id uuid primary key,
  code text not null unique check (code ~ '^[A-Z][A-Z0-9_]{1,29}$'),
  family text not null check (family in ('CASH', 'ELECTRONIC', 'VOUCHER', 'CREDIT')),
  name text not null check (length(name) between 1 and 60),
  name_en text not null check (length(name_en) between 1 and 60),
  currency text check (currency in ('USD', 'VES', 'USDT')),
  required text[] not null default '{}'
    check (required <@ array['reference', 'bankCode', 'phone', 'document', 'paidOn', 'accountId', 'payer', 'last4', 'lot', 'voucherNumber']),
  account text not null references accounts (code),
  active boolean not null default true,
  version int not null default 1,
  check ((currency is null) = (family = 'CREDIT')),
  check (family <> 'CASH' or account = 'CASH_' || currency and currency in ('USD', 'VES')),
  check (family <> 'VOUCHER' or currency = 'VES')
);
call make_reference_table('payment_methods', 'select, insert, update', array['SUPER_ADMIN', 'SYSTEM'], 'how customers pay: currency, what must be known, which account it goes to');
call audit_table('payment_methods', 'images');
insert into payment_methods (id, code, family, name, name_en, currency, required, account)
select gen_random_uuid(), code, family, name, name_en, currency, required::text[], account from (values
  ('CASH_USD', 'CASH', 'Efectivo en dólares', 'Cash, dollars', 'USD', '{}', 'CASH_USD'),
  ('CASH_VES', 'CASH', 'Efectivo en bolívares', 'Cash, bolívares', 'VES', '{}', 'CASH_VES'),
  ('PAGO_MOVIL', 'ELECTRONIC', 'Pago Móvil', 'Pago Móvil', 'VES', '{bankCode,phone,reference,paidOn}', 'BANK_VES'),
  ('TRANSFER', 'ELECTRONIC', 'Transferencia', 'Bank transfer', 'VES', '{bankCode,reference,paidOn}', 'BANK_VES'),
  ('CARD', 'ELECTRONIC', 'Punto de venta', 'Card terminal', 'VES', '{last4,lot,reference}', 'BANK_VES'),
  ('ZELLE', 'ELECTRONIC', 'Zelle', 'Zelle', 'USD', '{payer,reference,paidOn}', 'BANK_USD'),
  ('BINANCE', 'ELECTRONIC', 'Binance / USDT', 'Binance / USDT', 'USDT', '{reference,paidOn}', 'WALLET_USDT'),
  ('RETENTION', 'VOUCHER', 'Comprobante de retención de IVA', 'IVA retention voucher', 'VES', '{}', 'IVA_RETAINED'),
  ('CUSTOMER_CREDIT', 'CREDIT', 'Saldo a favor', 'Customer credit', null, '{}', 'CUSTOMER_CREDIT')) v (code, family, name, name_en, currency, required, account);

-- Whether a special taxpayer perceives IGTF on it; the rule of the newest day that has begun counts. Never on bolívares.
create table igtf_instruments (
  id uuid primary key,
  method text not null references payment_methods (code),
  valid_from date not null,
  causes boolean not null,
  legal_source text not null check (length(legal_source) between 5 and 400),
  unique (method, valid_from)
);
call make_reference_table('igtf_instruments', 'select, insert', array['SUPER_ADMIN', 'SYSTEM'], 'which instruments cause IGTF, since when, by which text');
call make_append_only('igtf_instruments');
call audit_table('igtf_instruments', 'images');
insert into igtf_instruments (id, method, valid_from, causes, legal_source)
select gen_random_uuid(), method, date '2022-03-28', true, source from (values
  ('CASH_USD', 'Ley de IGTF, G.O. 6.687 Ext.; PA SNAT/2022/000013 art. 1: divisas sin mediación de instituciones financieras'),
  ('ZELLE', 'PA SNAT/2022/000013 art. 1, criterio del SENIAT de 2022 según la prensa; por confirmar con el contador'),
  ('BINANCE', 'Ley de IGTF, G.O. 6.687 Ext.: criptomonedas distintas del petro; PA SNAT/2022/000013 art. 1')) v (method, source);

-- Where the shop receives and keeps money outside of its drawers.
create table shop_accounts (
  store_id uuid not null references stores (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 80),
  currency text not null check (currency in ('USD', 'VES', 'USDT')),
  methods text[] not null,
  bank_code text check (bank_code ~ '^0[0-9]{3}$'),
  number text check (length(number) between 4 and 60),
  holder text not null check (length(holder) between 1 and 120),
  account text not null references accounts (code),
  active boolean not null default true,
  created_by uuid not null,
  created_at timestamptz not null,
  version int not null default 1,
  primary key (store_id, id),
  constraint shop_accounts_bank check (bank_code is null or number ~ '^[0-9]{20}$' and left(number, 4) = bank_code)
);
create unique index shop_accounts_name on shop_accounts (store_id, lower(name));
call make_store_table('shop_accounts', 'select, insert, update', 'bank accounts, wallets and Zelle addresses of the store');
call audit_table('shop_accounts', 'images');
