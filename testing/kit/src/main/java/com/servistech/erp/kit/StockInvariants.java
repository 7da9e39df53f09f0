package com.servistech.erp.kit;

import java.util.Map;

/** The part of {@link Invariants} about stock and what it is worth. */
final class StockInvariants {

    private StockInvariants() {}

    static void addTo(Map<String, String> sentences) {
        sentences.put("a shelf is worth what its movements brought and took, and nothing when it is empty", """
                select s.store_id, s.part_id, s.on_hand, s.value, m.value moved, s.value_ves, m.value_ves moved_ves from erp.stock s
                 cross join lateral (select coalesce(sum(value), 0) as value, coalesce(sum(value_ves), 0) value_ves
                    from erp.stock_movements m where m.store_id = s.store_id and m.part_id = s.part_id) m
                 where (s.value, s.value_ves) <> (m.value, m.value_ves) or s.on_hand = 0 and (s.value, s.value_ves) <> (0, 0)
                """);
        sentences.put("each movement says what was on hand after it, and never less than nothing", """
                select store_id, part_id, ordinal, on_hand, running from (
                    select m.*, sum(quantity) over (partition by store_id, part_id order by ordinal) running from erp.stock_movements m) m
                 where on_hand <> running or on_hand < 0
                """);
        sentences.put("what is reserved is what open orders still have to take", """
                select s.store_id, s.part_id, s.reserved, r.open from erp.stock s
                 cross join lateral (select coalesce(sum(quantity - taken), 0) open from erp.reservations r
                    where r.store_id = s.store_id and r.part_id = s.part_id and r.status = 'OPEN') r
                 where s.reserved <> r.open
                """);
        sentences.put("the books hold on each day what the shelves were worth, in both currencies", """
                with moved as (select store_id, business_day, sum(value) usd, sum(value_ves) ves from erp.stock_movements group by 1, 2),
                     booked as (select e.store_id, e.business_day, sum(l.amount) usd, sum(l.ves) ves from erp.journal_entries e
                                  join erp.journal_lines l on l.store_id = e.store_id and l.entry_id = e.id
                                 where l.account = 'INVENTORY' group by 1, 2)
                select store_id, business_day, moved.usd moved, booked.usd booked, moved.ves moved_ves, booked.ves booked_ves
                  from moved full join booked using (store_id, business_day)
                 where (coalesce(moved.usd, 0), coalesce(moved.ves, 0)) <> (coalesce(booked.usd, 0), coalesce(booked.ves, 0))
                """);
        sentences.put("the cost of sales in the books is what left for invoices and orders less what came back", """
                with moved as (select store_id, -sum(value) usd, -sum(value_ves) ves from erp.stock_movements
                                where kind in ('SALE', 'USE', 'RETURN') group by 1),
                     booked as (select store_id, sum(amount) usd, sum(ves) ves from erp.journal_lines where account = 'COST_OF_SALES' group by 1)
                select * from moved full join booked using (store_id)
                 where (coalesce(moved.usd, 0), coalesce(moved.ves, 0)) <> (coalesce(booked.usd, 0), coalesce(booked.ves, 0))
                """);
        sentences.put(
                "the frozen costs of an invoice without an order are what its parts were worth on the shelf", """
                select i.store_id, i.number, l.cost, l.cost_ves, m.usd, m.ves from erp.invoices i
                 cross join lateral (select coalesce(sum(unit_cost * quantity), 0) as cost, coalesce(sum(cost_ves), 0) cost_ves
                    from erp.invoice_lines l where l.store_id = i.store_id and l.invoice_id = i.id) l
                 cross join lateral (select coalesce(-sum(value), 0) usd, coalesce(-sum(value_ves), 0) ves from erp.stock_movements m
                    where m.store_id = i.store_id and m.reference_id = i.id) m
                 where i.order_id is null and (round(l.cost, 2), l.cost_ves) <> (m.usd, m.ves)
                """);
        sentences.put("what the parts of an invoiced order cost stands on its invoices or waits for one", """
                select o.store_id, o.order_id, l.cost, r.unbilled, m.usd from (select distinct store_id, order_id from erp.invoices where order_id is not null) o
                 cross join lateral (select coalesce(sum(unit_cost * quantity), 0) as cost from erp.invoices i
                    join erp.invoice_lines l on l.store_id = i.store_id and l.invoice_id = i.id
                   where i.store_id = o.store_id and i.order_id = o.order_id) l
                 cross join lateral (select coalesce(sum(cost - billed_cost), 0) unbilled from erp.reservations r
                    where r.store_id = o.store_id and r.order_id = o.order_id) r
                 cross join lateral (select coalesce(-sum(value), 0) usd from erp.stock_movements m
                    where m.store_id = o.store_id and m.order_id = o.order_id) m
                 where round(l.cost, 2) + r.unbilled <> m.usd
                """);
        sentences.put("the frozen cost of what an order took and nobody billed is that cost to the cent", """
                select store_id, id, cost, billed_cost, unit_cost from erp.reservations
                 where round(unit_cost * (taken - billed), 2) <> cost - billed_cost
                """);
        sentences.put("what is on its way between stores is what the books of the sending store say", """
                with sent as (select t.store_id, sum(l.value) usd, sum(l.value_ves) ves from erp.transfers t
                                join erp.transfer_lines l on l.store_id = t.store_id and l.transfer_id = t.id
                               where t.side = 'OUT' and t.status = 'SENT' group by 1),
                     booked as (select store_id, sum(amount) usd, sum(ves) ves from erp.journal_lines where account = 'GOODS_IN_TRANSIT' group by 1)
                select * from sent full join booked using (store_id)
                 where (coalesce(sent.usd, 0), coalesce(sent.ves, 0)) <> (coalesce(booked.usd, 0), coalesce(booked.ves, 0))
                """);
        sentences.put("of a closed transfer nothing is left in between", """
                select t.store_id, t.id, l.part_id, l.sent, l.received, l.returned, l.lost from erp.transfers t
                  join erp.transfer_lines l on l.store_id = t.store_id and l.transfer_id = t.id
                 where t.status in ('RECEIVED', 'CANCELLED') and l.sent <> l.received + l.returned + l.lost
                """);
        sentences.put("both stores know the same of a transfer once everything is told", """
                select o.id, o.status, i.status, a.part_id from erp.transfers o
                  join erp.transfers i on i.id = o.id and i.store_id = o.other_store_id and i.side = 'IN'
                  join erp.transfer_lines a on a.store_id = o.store_id and a.transfer_id = o.id
                  join erp.transfer_lines b on b.store_id = i.store_id and b.transfer_id = i.id and b.part_id = a.part_id
                 where o.side = 'OUT' and not o.untold and not i.untold
                   and (o.status, a.sent, a.received, a.returned, a.lost, a.value, a.value_ves)
                    <> (i.status, b.sent, b.received, b.returned, b.lost, b.value, b.value_ves)
                """);
        sentences.put("what stores owe one another adds up to nothing once everything is told", """
                select sum(amount) usd, sum(ves) ves from erp.journal_lines where account = 'BETWEEN_STORES'
                   and not exists (select from erp.transfers where untold) having sum(amount) <> 0 or sum(ves) <> 0
                """);
    }
}
