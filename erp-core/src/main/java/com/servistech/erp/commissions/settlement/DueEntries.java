package com.servistech.erp.commissions.settlement;

/**
 * The statement that finds every difference between what is due and what the entries say, and writes it down. What is due
 * is {@code Earning} in SQL, over many orders of the store at once; the amounts of both are held equal by tests. Rates are
 * asked for once a person and day, and never again for what has an entry: that keeps its own.
 *
 * <p>It is one text in two forms: over all orders and sales of the store, or over those that are said to have changed.
 * What is not settled by it yet, because it belongs to another month, is written down as changed again.
 */
final class DueEntries {

    private DueEntries() {}

    /**
     * store · first and last moment, first and last month that belong to the settled one · its id · what new ids begin
     * with and are counted from · now · orders and sales that changed.
     */
    private static final String ARGUMENTS = """
            with args as materialized (
              select ?::uuid store, ?::timestamptz since, ?::timestamptz until, ?::text first_period, ?::text period,
                     ?::uuid settlement, ?::text prefix, ?::bigint counter, ?::timestamptz now),
            changed as materialized (select unnest(?::uuid[]) id),
            """;

    /** What the invoices of each order, and sales over the counter, brought and cost, less what credit notes took back. */
    private static final String BILLS = """
            changed_invoice as (
              select i.id from erp.invoices i where i.store_id = (select store from args) and i.order_id in (select id from changed)
              union all
              select i.id from erp.invoices i where i.store_id = (select store from args) and i.order_id is null and i.id in (select id from changed)),
            sold as (
              select l.invoice_id, sum(l.net) filter (where l.type <> 'ACCESSORY') net,
                     sum(l.unit_cost * l.quantity) filter (where l.type <> 'ACCESSORY') cost,
                     bool_or(l.type <> 'ACCESSORY' and l.net > 0) repaired
                from erp.invoice_lines l
               where l.store_id = (select store from args)
                 --changed and l.invoice_id in (select id from changed_invoice)
               group by l.invoice_id),
            noted as (
              select n.invoice_id, max(n.issued_at) at, (array_agg(n.id order by n.issued_at desc))[1] id
                from erp.notes n
               where n.store_id = (select store from args) and n.kind = 'CREDIT'
                 --changed and n.invoice_id in (select id from changed_invoice)
               group by n.invoice_id),
            returned as (
              select l.invoice_id, sum(b.net) filter (where l.type <> 'ACCESSORY') net,
                     sum(l.unit_cost * b.quantity) filter (where l.type <> 'ACCESSORY' and b.restocked) cost
                from erp.note_lines b join erp.invoice_lines l on l.store_id = b.store_id and l.id = b.invoice_line_id
                join erp.notes n on n.store_id = b.store_id and n.id = b.note_id and n.kind = 'CREDIT'
               where b.store_id = (select store from args)
                 --changed and n.invoice_id in (select id from changed_invoice)
               group by l.invoice_id),
            tender as (
              select p.invoice_id, p.id, d.applied, d.value_ves / p.rate usd, d.decided_at at from erp.payments p
                join erp.payment_decisions d on d.store_id = p.store_id and d.payment_id = p.id and d.decision = 'CONFIRMED'
               where p.store_id = (select store from args) and p.invoice_id is not null
                 --changed and p.invoice_id in (select id from changed_invoice)
              union all
              select a.invoice_id, a.payment_id, a.applied, a.applied, a.applied_at from erp.deposit_applications a
               where a.store_id = (select store from args)
                 --changed and a.invoice_id in (select id from changed_invoice)
               ),
            anchored as (
              select i.id invoice_id, sum(round(t.usd, 2)) / i.total part from erp.invoices i join tender t on t.invoice_id = i.id
               where exists (select from erp.issuer_policies where policy = 'FX_SETTLEMENT' and value = 'VES_ANCHORED')
                 and i.store_id = (select store from args) and i.policies ->> 'FX_SETTLEMENT' = 'VES_ANCHORED' and i.total > 0
                 and not exists (select from erp.payment_reversals r where r.store_id = i.store_id and r.payment_id = t.id)
               group by i.id, i.total),
            instalment as (
              select t.invoice_id, sum(t.applied) filter (where t.at < (select until from args)) applied,
                     max(t.at) filter (where t.at < (select until from args)) at, max(t.at) last_at
                from tender t
               where exists (select from erp.commission_terms where store_id = (select store from args) and on_partial = 'PROPORTIONAL')
                 and not exists (select from erp.payment_reversals r where r.store_id = (select store from args) and r.payment_id = t.id)
               group by t.invoice_id),
            bill as (
              select i.order_id, i.id, i.business_day, b.status, b.fully_paid_at, n.at credited_at,
                     round((coalesce(s.net, 0) - coalesce(r.net, 0)) * coalesce(a.part, 1), 2) net,
                     coalesce(s.cost, 0) - coalesce(r.cost, 0) cost, s.repaired, f.applied, f.at applied_at, f.last_at,
                     i.total + b.debited - b.credited asked
                from erp.invoices i
                join erp.invoice_balances b on b.store_id = i.store_id and b.id = i.id
                left join sold s on s.invoice_id = i.id
                left join returned r on r.invoice_id = i.id
                left join noted n on n.invoice_id = i.id
                left join anchored a on a.invoice_id = i.id
                left join instalment f on f.invoice_id = i.id
               where i.store_id = (select store from args) and b.store_id = (select store from args)
                 --changed and i.id in (select id from changed_invoice)
               ),
            """;

    /** One row for each order that was delivered, and each sale over the counter: when it was earned, and how much of it. */
    private static final String SUBJECTS = """
            billed as (
              select coalesce(order_id, id) id, order_id, max(business_day) as day, sum(net) net, sum(cost) cost, bool_or(repaired) repaired,
                     bool_and(status in ('PAID', 'CREDITED')) settled, bool_or(status = 'PAID') paid,
                     max(fully_paid_at) filter (where status = 'PAID') paid_at, max(fully_paid_at) ever_paid_at,
                     max(credited_at) credited_at, sum(applied) applied, max(applied_at) applied_at, max(last_at) last_at, sum(asked) asked
                from bill group by coalesce(order_id, id), order_id order by coalesce(order_id, id)),
            last_note as (
              select distinct on (coalesce(i.order_id, i.id)) coalesce(i.order_id, i.id) subject_id, n.id
                from noted n join erp.invoices i on i.store_id = (select store from args) and i.id = n.invoice_id
               order by coalesce(i.order_id, i.id), n.at desc),
            used as (
              select order_id, sum((taken - billed) * unit_cost) cost from erp.reservations
               where store_id = (select store from args) and taken > billed
                 --changed and order_id in (select id from changed)
               group by order_id),
            terms as materialized (
              select t.begins, t.ends, t.negative_profit, t.accessory_base, t.on_partial from args a cross join lateral erp.commission_terms_of(a.store) t),
            subject as (
              select b.id, b.order_id, case when b.order_id is null then b.id end invoice_id,
                     coalesce((o.delivered_at at time zone 'America/Caracas')::date, b.day) as day,
                     o.technician_id, o.delivered_by, coalesce(o.priority = 'WARRANTY', false) rework, o.delivered_at, b.net,
                     round(b.cost + coalesce(u.cost, 0), 2) cost, b.repaired, b.settled, b.paid, b.paid_at, b.ever_paid_at,
                     b.credited_at, b.applied, b.applied_at, b.asked, greatest(o.delivered_at, b.ever_paid_at, b.last_at) happened_at
                from billed b left join erp.service_orders o on o.store_id = (select store from args) and o.id = b.order_id
                left join used u on u.order_id = b.order_id
               where b.order_id is null or o.delivered_at is not null),
            counted as (
              select s.*, (select array[t.negative_profit, t.accessory_base, t.on_partial] from terms t where t.begins <= s.day and s.day < t.ends) terms
                from subject s offset 0),
            earned as materialized (
              select s.id, s.order_id, s.invoice_id, s.day, s.technician_id, s.delivered_by, s.rework, s.net, s.cost, s.repaired, s.credited_at,
                     s.happened_at, s.terms[1] negative_profit, s.terms[2] accessory_base,
                     case when p.part then greatest(s.delivered_at, s.applied_at) else a.at end earned_at,
                     case when p.part then least(1, round(s.applied / nullif(s.asked, 0), 8)) else 1 end part, not p.part whole
                from counted s
                cross join lateral (select case
                    when s.settled and s.paid then greatest(s.delivered_at, s.paid_at)
                    when s.settled and s.ever_paid_at is not null and greatest(s.delivered_at, s.ever_paid_at) < s.credited_at
                    then greatest(s.delivered_at, s.ever_paid_at) end at) a
                cross join lateral (select coalesce(s.terms[3] = 'PROPORTIONAL' and s.applied > 0
                    and (a.at >= (select until from args) or a.at is null and not s.settled), false) part) p),
            """;

    /** One row for each person and basis of a subject. */
    private static final String CLAIMS = """
            posted as (
              select id, order_id, invoice_id, person_id, basis, sum(amount) amount, max(version) version,
                     max(period) period, max(rate) rate, max(created_at) at, coalesce(bool_or(paid_share < 1), false) in_parts
                from (select e.order_id id, e.order_id, e.invoice_id, e.person_id, e.basis, e.amount, e.version, e.period, e.rate, e.created_at, e.paid_share
                        from erp.commission_entries e
                       where e.store_id = (select store from args) and e.order_id is not null
                         --changed and e.order_id in (select id from changed)
                      union all
                      select e.invoice_id, e.order_id, e.invoice_id, e.person_id, e.basis, e.amount, e.version, e.period, e.rate, e.created_at, e.paid_share
                        from erp.commission_entries e
                       where e.store_id = (select store from args) and e.order_id is null and e.invoice_id is not null
                         --changed and e.invoice_id in (select id from changed)
                      ) e
               where basis in ('GROSS_PROFIT', 'UNIT', 'ACCESSORIES')
               group by id, order_id, invoice_id, person_id, basis),
            shared as (
              select s.order_id, s.mode, h.person_id, h.percent, h.position, first_value(h.person_id) over (partition by s.id order by h.position) leader
                from (select distinct on (order_id) order_id, id, mode from erp.commission_splits
                       where store_id = (select store from args)
                         --changed and order_id in (select id from changed)
                       order by order_id, ordinal desc) s
                join erp.commission_shares h on h.store_id = (select store from args) and h.split_id = s.id),
            sold_by as (
              select coalesce(i.order_id, i.id) id, l.seller_id person_id, sum(l.net - coalesce(b.net, 0)) net,
                     round(sum(coalesce(l.unit_cost, 0) * (l.quantity - coalesce(b.restocked, 0))), 2) cost
                from erp.invoice_lines l
                join erp.invoices i on i.store_id = l.store_id and i.id = l.invoice_id
                left join (select b.invoice_line_id, sum(b.net) net, sum(b.quantity) filter (where b.restocked) restocked from erp.note_lines b
                             --changed join erp.notes n on n.store_id = b.store_id and n.id = b.note_id and n.invoice_id in (select id from changed_invoice)
                            where b.store_id = (select store from args) group by 1) b on b.invoice_line_id = l.id
               where l.store_id = (select store from args) and i.store_id = (select store from args) and l.type = 'ACCESSORY' and l.seller_id is not null
                 --changed and l.invoice_id in (select id from changed_invoice)
               group by 1, 2),
            claim as (
              select e.id, 'GROSS_PROFIT' basis, e.technician_id person_id, 100::numeric share, null::text mode, e.net - e.cost base,
                     e.order_id, e.invoice_id, e.day, e.earned_at, e.part, e.negative_profit, e.accessory_base, e.net, e.cost, e.credited_at
                from earned e
               where e.earned_at is not null and e.technician_id is not null and not e.rework and e.order_id is not null
                 and e.id not in (select s.order_id from shared s)
              union all
              select e.id, 'GROSS_PROFIT', s.person_id, s.percent, s.mode, e.net - e.cost,
                     e.order_id, e.invoice_id, e.day, e.earned_at, e.part, e.negative_profit, e.accessory_base, e.net, e.cost, e.credited_at
                from earned e join shared s on s.order_id = e.id
               where e.earned_at is not null and not e.rework
              union all
              select e.id, 'UNIT', e.delivered_by, null, null, 1,
                     e.order_id, e.invoice_id, e.day, e.earned_at, e.part, e.negative_profit, e.accessory_base, e.net, e.cost, e.credited_at
                from earned e
               where e.earned_at is not null and e.delivered_by is not null and e.repaired and e.whole and not e.rework and e.order_id is not null
              union all
              select e.id, 'ACCESSORIES', l.person_id, null, null, l.net - case e.accessory_base when 'GROSS_PROFIT' then l.cost else 0 end,
                     e.order_id, e.invoice_id, e.day, e.earned_at, e.part, e.negative_profit, e.accessory_base, e.net, e.cost, e.credited_at
                from earned e join sold_by l on l.id = e.id
               where e.earned_at is not null),
            """;

    /** What each of them brings a person on a day. Who shares a pool is paid at the rate of the first of them. */
    private static final String RATES = """
            working as materialized (
              select distinct technician_id, delivered_by, day from earned
               where earned_at >= (select since from args) and earned_at < (select until from args)),
            rate as materialized (
              select k.basis, k.person_id, k.day, erp.commission_rate((select store from args), k.basis, k.person_id, k.day) rate
                from (select 'GROSS_PROFIT' basis, technician_id person_id, day from working where technician_id is not null
                      union
                      select 'GROSS_PROFIT', s.person_id, e.day from earned e join shared s on s.order_id = e.id where e.earned_at is not null
                      union
                      select 'UNIT', delivered_by, day from working where delivered_by is not null
                      union
                      select distinct 'ACCESSORIES', l.person_id, e.day from earned e join sold_by l on l.id = e.id
                       where e.earned_at >= (select since from args) and e.earned_at < (select until from args)) k),
            pool as (
              select p.id, p.person_id, p.rate, p.cents + case when row_number() over (partition by p.id order by abs(p.exact - p.cents) desc, p.position)
                          <= abs(p.pool - sum(p.cents) over (partition by p.id)) * 100 then sign(p.pool) * 0.01 else 0 end amount
                from (select q.*, q.pool * q.percent / 100 exact, trunc(q.pool * q.percent / 100, 2) cents
                        from (select m.*, case m.negative_profit when 'CARRY' then round(m.base * max(m.rate) over (partition by m.id) / 100, 2)
                                     else greatest(0, round(m.base * max(m.rate) over (partition by m.id) / 100, 2)) end pool
                                from (select e.id, s.person_id, s.percent, s.position, e.negative_profit, e.net - e.cost base, coalesce(p.rate, r.rate) rate
                                        from earned e join shared s on s.order_id = e.id and s.mode = 'POOL'
                                        left join posted p on p.id = e.id and p.person_id = s.person_id and p.basis = 'GROSS_PROFIT'
                                        left join rate r on r.basis = 'GROSS_PROFIT' and r.person_id = s.leader and r.day = e.day
                                       where e.earned_at is not null and not e.rework and coalesce(p.rate, r.rate) is not null) m) q) p),
            """;

    /** What the entries say, what they should say (nothing, where no claim stands against them), and the difference. */
    private static final String DIFFERENCES = """
            valued as (
              select c.id, coalesce(c.basis, p.basis) basis, coalesce(c.person_id, p.person_id) person_id, c.share, c.mode, c.base,
                     coalesce(c.order_id, p.order_id) order_id, coalesce(c.invoice_id, p.invoice_id) invoice_id, c.day, c.earned_at, c.part,
                     c.negative_profit, c.accessory_base, c.net, c.cost, c.credited_at,
                     p.amount posted, p.version, p.period posted_period, p.rate posted_rate, p.at posted_at, p.in_parts
                from claim c full join posted p on p.id = c.id and p.person_id = c.person_id and p.basis = c.basis),
            rated as (
              select v.*, o.amount pooled, coalesce(v.posted_rate, o.rate, r.rate) rate
                from valued v
                left join rate r on r.basis = v.basis and r.person_id = v.person_id and r.day = v.day
                left join pool o on o.id = v.id and o.person_id = v.person_id and v.basis = 'GROSS_PROFIT' and v.mode = 'POOL'),
            target as (
              select r.*, case when r.id is null then 0 else round(r.part * case r.basis
                       when 'GROSS_PROFIT' then case
                         when r.mode = 'POOL' then r.pooled
                         when r.negative_profit = 'CARRY' then round(r.base * r.rate * r.share / 10000, 2)
                         else greatest(0, round(r.base * r.rate * r.share / 10000, 2)) end
                       when 'UNIT' then round(r.rate, 2)
                       else greatest(0, round(r.base * r.rate / 100, 2)) end, 2) end total
                from rated r where r.rate is not null),
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

    /**
     * With ids that grow, in the order in which subjects were gone through: so that every index and foreign key is walked
     * from end to end.
     */
    private static final String INSERT = """
            added as (
              insert into erp.commission_entries (store_id, id, kind, basis, person_id, order_id, invoice_id, version, amount, earned_at, period,
                revenue, cost, base, rate, share, paid_share, total, terms, cause, cause_id, settlement_id, created_at)
              select (select store from args),
                     ((select prefix from args) || lpad(to_hex((select counter from args) + row_number() over ()), 12, '0'))::uuid,
                     case when d.posted is null or d.instalment and d.cause = 'RECOMPUTED' then 'EARN' else 'ADJUST' end,
                     d.basis, d.person_id, d.order_id, d.invoice_id, coalesce(d.version, 0) + 1, d.total - coalesce(d.posted, 0),
                     case when d.posted is null or d.instalment and d.cause = 'RECOMPUTED' then d.earned_at else (select now from args) end,
                     (select period from args),
                     case d.basis when 'GROSS_PROFIT' then d.net end, case d.basis when 'GROSS_PROFIT' then d.cost end, d.base, d.rate, d.share,
                     case when d.part < 1 then d.part end, d.total, d.terms,
                     case when d.instalment and d.cause = 'RECOMPUTED' then null else d.cause end, d.cause_id,
                     (select settlement from args), (select now from args)
                from due d
               where d.posted is null and d.earned_at >= (select since from args) and d.earned_at < (select until from args)
                  or d.posted is not null
                     and greatest(d.posted_period, to_char(d.earned_at at time zone 'America/Caracas', 'YYYY-MM'))
                         between (select first_period from args) and (select period from args)
              returning person_id, amount),
            """;

    /** What happened after the settled month or was earned before it, and what stands in another one, is for another settlement. */
    private static final String LEFT = """
            left_over as (
              insert into erp.commission_changes (store_id, subject_id)
              select a.store, l.id
                from (select e.id from earned e, args a where e.happened_at >= a.until or e.earned_at < a.since
                      union
                      select p.id from posted p, args a where p.period > a.period or p.period < a.first_period) l, args a)
            select person_id, count(*)::int entries, sum(amount) amount from added group by person_id order by person_id
            """;

    private static final String TEXT = ARGUMENTS + BILLS + SUBJECTS + CLAIMS + RATES + DIFFERENCES + INSERT + LEFT;

    /** Over all orders and sales of the store. */
    static final String ALL = TEXT;

    /** Over those that changed. */
    static final String CHANGED = TEXT.replace("--changed ", "");
}
