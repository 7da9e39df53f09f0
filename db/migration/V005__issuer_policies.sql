-- Where the sources of Venezuelan law differ, the rule is data: every value that a switch may have, with who says so.
-- One value of each is the default.
create table policy_values (
  policy text not null check (policy ~ '^[A-Z_]{3,40}$'),
  value text not null check (value ~ '^[A-Z_]{3,40}$'),
  is_default boolean not null,
  legal_source text not null check (length(legal_source) between 5 and 400),
  primary key (policy, value)
);
create unique index policy_values_default on policy_values (policy) where is_default;
call make_reference_table('policy_values', '', '{}', 'what each switch of the law may be, and what it is unless an issuer says otherwise');

insert into policy_values (policy, value, is_default, legal_source) values
  ('REGIME', 'ORDINARY', true, 'Ley del IVA: contribuyente ordinario'),
  ('REGIME', 'SPECIAL', false, 'Sujeto pasivo especial, calificado y notificado por el SENIAT; percibe IGTF (PA SNAT/2022/000013)'),
  ('REGIME', 'FORMAL', false, 'Ley del IVA art. 8: contribuyente formal, solo operaciones exentas'),
  ('REGIME', 'UNREGISTERED', false, 'No inscrito: solo documentos no fiscales, sin IVA'),
  ('MISSING_RATE', 'REFUSE', true, 'Convenio Cambiario N° 1 art. 9: sin tasa oficial no hay documento'),
  ('MISSING_RATE', 'PROVISIONAL_LAST_KNOWN', false, 'Decisión del emisor: última tasa conocida, impresa como provisional'),
  ('IGTF_METHOD', 'ON_TOP', true, 'Ley de IGTF: alícuota sobre lo que paga la factura, dentro de lo entregado'),
  ('IGTF_METHOD', 'GROSS', false, 'Práctica de otros programas: alícuota sobre todo lo entregado'),
  ('IGTF_LATE_PAYMENT', 'DEBIT_NOTE', true, 'PA SNAT/2022/000013 art. 6: el IGTF consta en un documento fiscal'),
  ('IGTF_LATE_PAYMENT', 'RECEIPT', false, 'Práctica de otros comercios: recibo de percepción'),
  ('IGTF_ON_RETURN', 'KEEP', true, 'PA SNAT/2022/000013 art. 4: solo se reintegra lo percibido indebidamente'),
  ('IGTF_ON_RETURN', 'REFUND', false, 'Decisión del emisor: reintegra el IGTF de lo devuelto'),
  ('FX_SETTLEMENT', 'FX_GAIN_LOSS', true, 'Diferencia en cambio sin documento fiscal (criterio contable)'),
  ('FX_SETTLEMENT', 'FISCAL_NOTE', false, 'RLIVA art. 51: nota de débito o crédito con IVA por la diferencia'),
  ('FX_SETTLEMENT', 'VES_ANCHORED', false, 'La deuda se fija en los bolívares impresos en la factura'),
  ('WEEKEND_RATE', 'NEXT_BANKING_DAY', true, 'LIVA art. 25: en día no hábil bancario rige la tasa del siguiente'),
  ('WEEKEND_RATE', 'LATEST_EFFECTIVE', false, 'Criterio de prensa y otros programas: la última con fecha valor alcanzada'),
  ('TAX_ROUNDING', 'PER_RATE', true, 'PA SNAT/2011/00071 art. 13 (10 y 11): base e impuesto por alícuota'),
  ('TAX_ROUNDING', 'PER_LINE', false, 'Máquinas fiscales y otros programas: por renglón'),
  ('ROUNDING_MODE', 'HALF_UP', true, 'BCV, resoluciones 18-03-01 y 18-07-02: el tercer decimal desde 5 sube'),
  ('ROUNDING_MODE', 'HALF_EVEN', false, 'Ninguna fuente lo pide; a elección del emisor'),
  ('PRICE_MODE', 'TAX_EXCLUSIVE', true, 'Lista de precios sin IVA'),
  ('PRICE_MODE', 'TAX_INCLUSIVE', false, 'Lista de precios con IVA incluido; el documento lo dice'),
  ('CHANGE_ROUNDING', 'DOWN', true, 'Práctica de caja: el vuelto se redondea hacia abajo'),
  ('CHANGE_CURRENCY', 'ANY_DRAWER', true, 'El vuelto puede darse en la otra moneda a la tasa del día'),
  ('CHANGE_CURRENCY', 'SAME_ONLY', false, 'El vuelto se da en la moneda recibida'),
  ('DEPOSIT_DOCUMENT', 'RECEIPT_UNTIL_INVOICE', true, 'Recibo de abono; se aplica a la factura (consulta pendiente al contador)'),
  ('DEPOSIT_DOCUMENT', 'INVOICE_PER_PAYMENT', false, 'LIVA art. 13: en servicios el hecho imponible puede nacer con el pago'),
  ('FISCAL_CHANNEL', 'FREE_FORM', true, 'PA SNAT/2011/00071 art. 6: formas libres de imprenta autorizada'),
  ('FISCAL_CHANNEL', 'DIGITAL', false, 'PA SNAT/2024/000102: el proveedor autorizado asigna el número de control');

-- What an issuer decided, from which day and on whose word; a later decision is a further row. What an issuer was
-- entered with holds from the beginning of time.
create table issuer_policies (
  id uuid primary key,
  ordinal bigint generated always as identity,
  issuer_id uuid not null references issuers (id),
  policy text not null,
  value text not null,
  valid_from date not null,
  legal_source text not null check (length(legal_source) between 5 and 400),
  decided_by uuid,
  decided_at timestamptz not null,
  foreign key (policy, value) references policy_values (policy, value)
);
create index issuer_policies_lookup on issuer_policies (issuer_id, policy, valid_from desc, ordinal desc);
call make_reference_table('issuer_policies', 'select, insert', array['SUPER_ADMIN', 'SYSTEM'], 'the switches of each issuer, dated');
call make_append_only('issuer_policies');
call audit_table('issuer_policies', 'images');

-- Every switch as it stands for an issuer on a day.
create function policies_of(p_issuer uuid, p_day date)
returns table (policy text, value text, valid_from date, legal_source text) language sql stable set search_path = erp, pg_catalog as $$
  select d.policy, coalesce(own.value, d.value), own.valid_from, coalesce(own.legal_source, d.legal_source)
    from policy_values d
    left join lateral (select p.value, p.valid_from, p.legal_source from issuer_policies p
                        where p.issuer_id = p_issuer and p.policy = d.policy and p.valid_from <= p_day
                        order by p.valid_from desc, p.ordinal desc limit 1) own on true
   where d.is_default
   order by d.policy
$$;
grant select on policy_values to erp_app;
grant execute on function policies_of to erp_app;

-- Above which amounts of a store a second person is needed, since when; without a row the standard holds, which the code names.
create table store_limits (
  store_id uuid not null,
  id uuid not null,
  name text not null check (name in ('CASH_DIFFERENCE', 'COUNT_DIFFERENCE', 'REFUND_ALONE')),
  amount_usd numeric(20,2) not null check (amount_usd >= 0),
  valid_from date not null,
  reason text not null check (length(reason) between 5 and 400),
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (store_id, id),
  unique (store_id, name, valid_from)
);
call make_store_table('store_limits', 'select, insert', 'what one person may do alone, dated');
call audit_table('store_limits', 'append-only');
