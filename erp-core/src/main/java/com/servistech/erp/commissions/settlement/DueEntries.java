package com.servistech.erp.commissions.settlement;

/**
 * The statement that finds every difference between what is due and what the entries say, and writes it down. What is due
 * is {@code Earning} in SQL, over all orders of the store at once; the amounts of both are held equal by tests. Rates are
 * asked for once a person and day, and never again for what has an entry: that keeps its own.
 */
final class DueEntries {

    private DueEntries() {}

    /**
     * store · first and last moment, first and last month that belong to the settled one · its id · what new ids begin
     * with and are counted from · now.
     */
    private static final String ARGUMENTS = """
            with args as materialized (
              select ?::uuid store, ?::timestamptz since, ?::timestamptz until, ?::text first_period, ?::text period,
                     ?::uuid settlement, ?::text prefix, ?::bigint counter, ?::timestamptz now),
            """;

    /** What the invoices of each order, and sales over the counter, brought and cost, less what credit notes took back. */
    private static final String BILLS = """
            sold as (
              select l.invoice_id, sum(l.net) filter (where l.type <> 'ACCESSORY') net,
                     sum(l.unit_cost * l.quantity) filter (where l.type <> 'ACCESSORY') cost,
                     bool_or(l.type <> 'ACCESSORY' and l.net > 0) repaired
                from erp.invoice_lines l where l.store_id = (select store from args) group by l.invoice_id),
            returned as (
              select l.invoice_id, sum(b.net) filter (where l.type <> 'ACCESSORY') net,
                     sum(l.unit_cost * b.quantity) filter (where l.type <> 'ACCESSORY' and b.restocked) cost
                from erp.note_lines b join erp.invoice_lines l on l.store_id = b.store_id and l.id = b.invoice_line_id
                join erp.notes n on n.store_id = b.store_id and n.id = b.note_id and n.kind = 'CREDIT'
               where b.store_id = (select store from args) group by l.invoice_id),
            noted as (
              select n.invoice_id, max(n.issued_at) at, (array_agg(n.id order by n.issued_at desc))[1] id
                from erp.notes n where n.store_id = (select store from args) and n.kind = 'CREDIT' group by n.invoice_id),
            tender as (
              select p.invoice_id, p.id, d.applied, d.value_ves / p.rate usd, d.decided_at at from erp.payments p
                join erp.payment_decisions d on d.store_id = p.store_id and d.payment_id = p.id and d.decision = 'CONFIRMED'
               where p.store_id = (select store from args) and p.invoice_id is not null
              union all
              select a.invoice_id, a.payment_id, a.applied, a.applied, a.applied_at from erp.deposit_applications a
               where a.store_id = (select store from args)),
            anchored as (
              select i.id invoice_id, sum(round(t.usd, 2)) / i.total part from erp.invoices i join tender t on t.invoice_id = i.id
               where exists (select from erp.issuer_policies where policy = 'FX_SETTLEMENT' and value = 'VES_ANCHORED')
                 and i.store_id = (select store from args) and i.policies ->> 'FX_SETTLEMENT' = 'VES_ANCHORED' and i.total > 0
                 and not exists (select from erp.payment_reversals r where r.store_id = i.store_id and r.payment_id = t.id)
               group by i.id, i.total),
            instalment as (
              select t.invoice_id, sum(t.applied) applied, max(t.at) at from tender t
               where exists (select from erp.commission_terms where store_id = (select store from args) and on_partial = 'PROPORTIONAL')
                 and t.at < (select until from args)
                 and not exists (select from erp.payment_reversals r where r.store_id = (select store from args) and r.payment_id = t.id)
               group by t.invoice_id),
            bill as (
              select i.order_id, i.id, i.business_day, i.issued_at, b.status, b.fully_paid_at, n.at credited_at,
                     round((coalesce(s.net, 0) - coalesce(r.net, 0)) * coalesce(a.part, 1), 2) net,
                     coalesce(s.cost, 0) - coalesce(r.cost, 0) cost, s.repaired, f.applied, f.at applied_at,
                     i.total + b.debited - b.credited asked
                from erp.invoices i
                join erp.invoice_balances b on b.store_id = i.store_id and b.id = i.id
                left join sold s on s.invoice_id = i.id
                left join returned r on r.invoice_id = i.id
                left join noted n on n.invoice_id = i.id
                left join anchored a on a.invoice_id = i.id
                left join instalment f on f.invoice_id = i.id
               where i.store_id = (select store from args)),
            """;

    /** One row for each order that was delivered, and each sale over the counter: when it was earned, and how much of it. */
    private static final String SUBJECTS = """
            billed as (
              select coalesce(order_id, id) id, order_id, max(business_day) as day, sum(net) net, sum(cost) cost, bool_or(repaired) repaired,
                     bool_and(status in ('PAID', 'CREDITED')) settled, bool_or(status = 'PAID') paid,
                     max(fully_paid_at) filter (where status = 'PAID') paid_at, max(fully_paid_at) ever_paid_at,
                     max(credited_at) credited_at, sum(applied) applied, max(applied_at) applied_at, sum(asked) asked
                from bill group by coalesce(order_id, id), order_id),
            last_note as (
              select distinct on (coalesce(i.order_id, i.id)) coalesce(i.order_id, i.id) subject_id, n.id
                from noted n join erp.invoices i on i.store_id = (select store from args) and i.id = n.invoice_id
               order by coalesce(i.order_id, i.id), n.at desc),
            used as (
              select order_id, sum((taken - billed) * unit_cost) cost from erp.reservations
               where store_id = (select store from args) and taken > billed group by order_id),
            subject as (
              select b.id, b.order_id, case when b.order_id is null then b.id end invoice_id,
                     coalesce((o.delivered_at at time zone 'America/Caracas')::date, b.day) as day,
                     o.technician_id, o.delivered_by, coalesce(o.priority = 'WARRANTY', false) rework, o.delivered_at, b.net,
                     round(b.cost + coalesce(u.cost, 0), 2) cost, b.repaired, b.settled, b.paid, b.paid_at, b.ever_paid_at,
                     b.credited_at, b.applied, b.applied_at, b.asked
                from billed b left join erp.service_orders o on o.store_id = (select store from args) and o.id = b.order_id
                left join used u on u.order_id = b.order_id
               where b.order_id is null or o.delivered_at is not null),
            terms as materialized (
              select d.day, t.* from (select distinct day from subject) d cross join lateral erp.commission_terms_on((select store from args), d.day) t),
            earned as (
              select s.*, t.negative_profit, t.accessory_base, case when p.part then greatest(s.delivered_at, s.applied_at) else a.at end earned_at,
                     case when p.part then least(1, round(s.applied / nullif(s.asked, 0), 8)) else 1 end part, not p.part whole
                from subject s join terms t on t.day = s.day
                cross join lateral (select case
                    when s.settled and s.paid then greatest(s.delivered_at, s.paid_at)
                    when s.settled and s.ever_paid_at is not null and greatest(s.delivered_at, s.ever_paid_at) < s.credited_at
                    then greatest(s.delivered_at, s.ever_paid_at) end at) a
                cross join lateral (select coalesce(t.on_partial = 'PROPORTIONAL' and s.applied > 0
                    and (a.at >= (select until from args) or a.at is null and not s.settled), false) part) p
               where p.part or a.at is not null),
            """;

    /** One row for each person and basis of a subject. */
    private static final String CLAIMS = """
            split as (
              select distinct on (order_id) order_id, id, mode from erp.commission_splits
               where store_id = (select store from args) order by order_id, ordinal desc),
            claim as (
              select e.id, 'GROSS_PROFIT' basis, e.technician_id person_id, e.technician_id rated_id, 100::numeric share, 1 as position, null::text mode,
                     e.net - e.cost base, e.order_id, e.invoice_id, e.day, e.earned_at, e.part, e.whole, e.negative_profit, e.accessory_base, e.net, e.cost, e.credited_at
                from earned e where e.technician_id is not null and not e.rework and e.order_id is not null
                 and not exists (select from split s where s.order_id = e.id)
              union all
              select e.id, 'GROSS_PROFIT', h.person_id,
                     case s.mode when 'POOL' then first_value(h.person_id) over (partition by s.id order by h.position) else h.person_id end,
                     h.percent, h.position, s.mode, e.net - e.cost,
                     e.order_id, e.invoice_id, e.day, e.earned_at, e.part, e.whole, e.negative_profit, e.accessory_base, e.net, e.cost, e.credited_at
                from earned e join split s on s.order_id = e.id
                join erp.commission_shares h on h.store_id = (select store from args) and h.split_id = s.id
               where not e.rework
              union all
              select e.id, 'UNIT', e.delivered_by, e.delivered_by, null, 1, null, 1,
                     e.order_id, e.invoice_id, e.day, e.earned_at, e.part, e.whole, e.negative_profit, e.accessory_base, e.net, e.cost, e.credited_at
                from earned e where e.delivered_by is not null and e.repaired and e.whole and not e.rework and e.order_id is not null
              union all
              select coalesce(i.order_id, i.id), 'ACCESSORIES', l.seller_id, l.seller_id, null, 1, null,
                     sum(l.net - coalesce(b.net, 0)) - case e.accessory_base when 'GROSS_PROFIT'
                       then round(sum(coalesce(l.unit_cost, 0) * (l.quantity - coalesce(b.restocked, 0))), 2) else 0 end,
                     e.order_id, e.invoice_id, e.day, e.earned_at, e.part, e.whole, e.negative_profit, e.accessory_base, e.net, e.cost, e.credited_at
                from erp.invoice_lines l
                join erp.invoices i on i.store_id = l.store_id and i.id = l.invoice_id
                join earned e on e.id = coalesce(i.order_id, i.id)
                left join (select invoice_line_id, sum(net) net, sum(quantity) filter (where restocked) restocked from erp.note_lines
                            where store_id = (select store from args) group by 1) b on b.invoice_line_id = l.id
               where l.store_id = (select store from args) and l.type = 'ACCESSORY' and l.seller_id is not null
               group by coalesce(i.order_id, i.id), l.seller_id, e.order_id, e.invoice_id, e.day, e.earned_at, e.part, e.whole, e.negative_profit, e.accessory_base, e.net, e.cost, e.credited_at),
            """;

    /** What the entries say, what they should say (nothing, where no claim stands against them), and the difference. */
    private static final String DIFFERENCES = """
            posted as (
              select coalesce(order_id, invoice_id) id, order_id, invoice_id, person_id, basis, sum(amount) amount, max(version) version,
                     max(period) period, max(rate) rate, max(created_at) at, coalesce(bool_or(paid_share < 1), false) in_parts
                from erp.commission_entries
               where store_id = (select store from args) and basis in ('GROSS_PROFIT', 'UNIT', 'ACCESSORIES')
               group by order_id, invoice_id, person_id, basis),
            valued as (
              select c.id, coalesce(c.basis, p.basis) basis, coalesce(c.person_id, p.person_id) person_id, c.rated_id, c.share, c.position, c.mode, c.base,
                     coalesce(c.order_id, p.order_id) order_id, coalesce(c.invoice_id, p.invoice_id) invoice_id, c.day, c.earned_at, c.part,
                     c.negative_profit, c.accessory_base, c.net, c.cost, c.credited_at,
                     p.amount posted, p.version, p.period posted_period, p.rate posted_rate, p.at posted_at, p.in_parts
                from claim c full join posted p on p.id = c.id and p.person_id = c.person_id and p.basis = c.basis),
            rate as materialized (
              select q.*, erp.commission_rate((select store from args), q.basis, q.rated_id, q.day) rate
                from (select distinct basis, rated_id, day from valued where posted_rate is null) q),
            rated as (
              select v.*, coalesce(v.posted_rate, r.rate) rate from valued v
                left join rate r on v.posted_rate is null and r.basis = v.basis and r.rated_id = v.rated_id and r.day = v.day
               where coalesce(v.posted_rate, r.rate) is not null),
            pool as (
              select p.id, p.person_id, p.cents + case when row_number() over (partition by p.id order by abs(p.exact - p.cents) desc, p.position)
                          <= abs(p.pool - sum(p.cents) over (partition by p.id)) * 100 then sign(p.pool) * 0.01 else 0 end amount
                from (select q.id, q.person_id, q.position, q.pool, q.pool * q.share / 100 exact, trunc(q.pool * q.share / 100, 2) cents
                        from (select id, person_id, position, share, case negative_profit when 'CARRY' then round(base * max(rate) over (partition by id) / 100, 2)
                                     else greatest(0, round(base * max(rate) over (partition by id) / 100, 2)) end pool
                                from rated where mode = 'POOL') q) p),
            target as (
              select r.*, case when r.id is null then 0 else round(r.part * case r.basis
                       when 'GROSS_PROFIT' then case
                         when r.mode = 'POOL' then o.amount
                         when r.negative_profit = 'CARRY' then round(r.base * r.rate * r.share / 10000, 2)
                         else greatest(0, round(r.base * r.rate * r.share / 10000, 2)) end
                       when 'UNIT' then round(r.rate, 2)
                       else greatest(0, round(r.base * r.rate / 100, 2)) end, 2) end total
                from rated r left join pool o on r.mode = 'POOL' and o.id = r.id and o.person_id = r.person_id),
            due as (
              select t.basis, t.person_id, t.order_id, t.invoice_id, t.version, t.posted, t.posted_period, t.earned_at, t.total,
                     t.net, t.cost, t.base, t.rate, t.share, t.part, t.id is not null and t.in_parts and t.total > t.posted instalment,
                     case when t.id is null then null when t.basis = 'GROSS_PROFIT' then concat_ws(' ', t.negative_profit, t.mode)
                          when t.basis = 'ACCESSORIES' then t.accessory_base end terms,
                     case when t.posted is null then null when t.id is null then 'NOT_PAID' when t.credited_at > t.posted_at then 'CREDIT_NOTE'
                          when t.total > t.posted and t.posted = 0 then 'PAID_AGAIN' else 'RECOMPUTED' end cause,
                     case when t.credited_at > t.posted_at then n.id end cause_id
                from target t left join last_note n on t.credited_at is not null and n.subject_id = t.id
               where t.total <> coalesce(t.posted, 0)),
            """;

    /** In the order of subjects and with ids that grow: so that every index and foreign key is walked from end to end. */
    private static final String INSERT = """
            added as (
              insert into erp.commission_entries (store_id, id, kind, basis, person_id, order_id, invoice_id, version, amount, earned_at, period,
                revenue, cost, base, rate, share, paid_share, total, terms, cause, cause_id, settlement_id, created_at)
              select a.store, (a.prefix || lpad(to_hex(a.counter + row_number() over (order by d.order_id, d.invoice_id)), 12, '0'))::uuid,
                     case when d.posted is null or d.instalment and d.cause = 'RECOMPUTED' then 'EARN' else 'ADJUST' end,
                     d.basis, d.person_id, d.order_id, d.invoice_id, coalesce(d.version, 0) + 1, d.total - coalesce(d.posted, 0),
                     case when d.posted is null or d.instalment and d.cause = 'RECOMPUTED' then d.earned_at else a.now end, a.period,
                     case d.basis when 'GROSS_PROFIT' then d.net end, case d.basis when 'GROSS_PROFIT' then d.cost end, d.base, d.rate, d.share,
                     case when d.part < 1 then d.part end, d.total, d.terms,
                     case when d.instalment and d.cause = 'RECOMPUTED' then null else d.cause end, d.cause_id, a.settlement, a.now
                from due d cross join args a
               where d.posted is null and d.earned_at >= a.since and d.earned_at < a.until
                  or d.posted is not null
                     and greatest(d.posted_period, to_char(d.earned_at at time zone 'America/Caracas', 'YYYY-MM')) between a.first_period and a.period
              returning person_id, amount)
            """;

    static final String ALL = ARGUMENTS
            + BILLS
            + SUBJECTS
            + CLAIMS
            + DIFFERENCES
            + INSERT
            + "select person_id, count(*)::int entries, sum(amount) amount from added group by person_id order by person_id";
}
