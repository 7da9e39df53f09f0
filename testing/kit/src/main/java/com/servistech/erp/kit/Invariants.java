package com.servistech.erp.kit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What must be true of the books at any moment, whatever was done before; asked of the database itself, over all stores,
 * by somebody whom row level security does not stop.
 */
public final class Invariants {

    /** Each question answers one row for every place where its sentence is not true. */
    private static final Map<String, String> SENTENCES = new LinkedHashMap<>();

    static {
        SENTENCES.put("a journal entry adds up to zero in bolívares", """
                select store_id, entry_id, sum(ves) from erp.journal_lines group by store_id, entry_id having sum(ves) <> 0
                """);
        SENTENCES.put("a closed month holds what it held when it was closed", """
                select c.store_id, c.period, c.entries, c.debit_ves from erp.period_closings c
                 cross join lateral (select count(distinct e.id) entries, coalesce(sum(l.ves) filter (where l.ves > 0), 0) debit
                    from erp.journal_entries e left join erp.journal_lines l on l.store_id = e.store_id and l.entry_id = e.id
                   where e.store_id = c.store_id and to_char(e.business_day, 'YYYY-MM') = c.period) now
                 where (now.entries, now.debit) is distinct from (c.entries, c.debit_ves)
                """);
        SENTENCES.put("what an invoice still owes in bolívares is what the books say that its customer owes", """
                select i.store_id, i.number, i.total_ves - b.released_ves owed, booked.ves from erp.invoices i
                  join erp.invoice_balances b on b.store_id = i.store_id and b.id = i.id
                 cross join lateral (select coalesce(sum(l.ves), 0) ves from erp.journal_entries e
                    join erp.journal_lines l on l.store_id = e.store_id and l.entry_id = e.id and l.account = 'RECEIVABLE'
                   where e.store_id = i.store_id and (e.document_id = i.id
                      or e.document_id in (select p.id from erp.payments p where p.store_id = i.store_id and p.invoice_id = i.id)
                      or e.document_id in (select n.id from erp.notes n where n.store_id = i.store_id and n.invoice_id = i.id)
                      or e.document_id in (select a.payment_id from erp.deposit_applications a
                                            where a.store_id = i.store_id and a.invoice_id = i.id))) booked
                 where booked.ves <> i.total_ves - b.released_ves
                """);
        SENTENCES.put("a paid invoice owes nothing in either currency", """
                select i.store_id, i.number, b.balance, i.total_ves - b.released_ves from erp.invoices i
                  join erp.invoice_balances b on b.store_id = i.store_id and b.id = i.id
                 where b.status in ('PAID', 'CREDITED') and (b.balance <> 0 or b.released_ves <> i.total_ves)
                """);
        SENTENCES.put(
                "an invoice owes its total and its debit notes less what was applied to it and what was taken back",
                """
                select i.store_id, i.number, i.total, b.balance, applied.usd, noted.credit, noted.debit, due.usd from erp.invoices i
                  join erp.invoice_balances b on b.store_id = i.store_id and b.id = i.id
                 cross join lateral (select coalesce(sum(x.applied), 0) usd from (
                    select d.applied, p.id, p.store_id from erp.payments p
                      join erp.payment_decisions d on d.store_id = p.store_id and d.payment_id = p.id
                     where p.store_id = i.store_id and p.invoice_id = i.id
                    union all
                    select a.applied, a.payment_id, a.store_id from erp.deposit_applications a
                     where a.store_id = i.store_id and a.invoice_id = i.id) x
                   where not exists (select from erp.payment_reversals r where r.store_id = x.store_id and r.payment_id = x.id)) applied
                 cross join lateral (select coalesce(sum(n.total) filter (where n.concept = 'RETURN'), 0) credit,
                          coalesce(sum(n.total) filter (where n.concept in ('CORRECTION', 'NEW_CONCEPT')), 0) debit
                     from erp.notes n where n.store_id = i.store_id and n.invoice_id = i.id) noted
                 cross join lateral (select coalesce(sum(r.amount), 0) usd from erp.refunds_due r
                    join erp.notes n on n.store_id = r.store_id and n.id = r.id
                   where n.store_id = i.store_id and n.invoice_id = i.id) due
                 where abs(b.balance - (i.total + noted.debit - applied.usd - noted.credit + due.usd)) > 0.005
                    or noted.credit = 0 and b.balance <> i.total + noted.debit - applied.usd
                    or (b.credited, b.debited) <> (noted.credit, noted.debit)
                """);
        SENTENCES.put(
                "all notes of an invoice take back no more than it asked for, of each line and each tax, in both currencies",
                """
                select l.store_id, l.invoice_id, l.position from erp.invoice_lines l
                  join lateral (select sum(quantity) quantity, sum(net) net, sum(net_ves) net_ves from erp.note_lines n
                    where n.store_id = l.store_id and n.invoice_line_id = l.id) n on true
                 where n.quantity > l.quantity or n.net > l.net or n.net_ves > l.net_ves
                    or n.quantity = l.quantity and (n.net, n.net_ves) <> (l.net, l.net_ves)
                union all
                select t.store_id, t.invoice_id, null from erp.invoice_taxes t
                  join lateral (select sum(x.amount) amount, sum(x.amount_ves) amount_ves from erp.note_taxes x
                     join erp.notes n on n.store_id = x.store_id and n.id = x.note_id and n.concept = 'RETURN'
                    where n.store_id = t.store_id and n.invoice_id = t.invoice_id and x.tax = t.tax) n on true
                 where n.amount > t.amount or n.amount_ves > t.amount_ves
                """);
        SENTENCES.put("what the books owe in commissions is what their entries add up to", """
                select store_id, e.usd, b.usd booked
                  from (select store_id, sum(amount) usd from erp.commission_entries group by 1) e
                  full join (select store_id, -sum(amount) usd from erp.journal_lines where account = 'COMMISSIONS_PAYABLE' group by 1) b
                    using (store_id)
                 where coalesce(e.usd, 0) <> coalesce(b.usd, 0)
                """);
        SENTENCES.put("what is due to customers is what the books say", """
                select due.store_id, due.usd, booked.usd booked, due.ves, booked.ves booked_ves
                  from (select store_id, sum(left_usd) usd, sum(left_ves) ves from erp.refunds_due group by 1) due
                  left join (select store_id, -sum(amount) usd, -sum(ves) ves from erp.journal_lines where account = 'REFUNDS_DUE' group by 1) booked
                    using (store_id)
                 where (due.usd, due.ves) <> (coalesce(booked.usd, 0), coalesce(booked.ves, 0))
                """);
        SENTENCES.put("the numbers of each series go from one to the last without a gap", """
                select store_id, type, series, count(*), max(ordinal) from erp.documents group by 1, 2, 3 having count(*) <> max(ordinal)
                """);
        SENTENCES.put(
                "a fiscal document on a form has a control number, and a control number one document or one spoiled form",
                """
                select d.store_id::text, d.number, null from erp.documents d where d.channel = 'FREE_FORM' and not exists
                    (select from erp.control_assignments a where a.store_id = d.store_id and a.document_id = d.id)
                union all
                select null, control_number, issuer_id::text from (
                    select d.issuer_id, a.control_number from erp.control_assignments a
                      join erp.documents d on d.store_id = a.store_id and d.id = a.document_id
                    union all select issuer_id, control_number from erp.spoiled_forms where document_id is null) used
                 group by issuer_id, control_number having count(*) > 1
                """);
        SENTENCES.put("what is left of credits is what the books say that customers are owed", """
                with owed as (select c.store_id, c.currency, sum(b.remaining) amount, sum(b.remaining_ves) ves
                                from erp.customer_credits c join erp.credit_balances b on b.store_id = c.store_id and b.id = c.id group by 1, 2),
                     booked as (select store_id, currency, -sum(amount) amount, -sum(ves) ves
                                  from erp.journal_lines where account = 'CUSTOMER_CREDIT' group by 1, 2)
                select * from owed full join booked using (store_id, currency)
                 where coalesce(owed.amount, 0) <> coalesce(booked.amount, 0) or coalesce(owed.ves, 0) <> coalesce(booked.ves, 0)
                """);
        SENTENCES.put("deposits that wait for an invoice are what the books say that is kept for orders", """
                with kept as (select p.store_id, p.currency, sum(d.applied) amount, sum(d.value_ves) ves from erp.payments p
                                join erp.payment_decisions d on d.store_id = p.store_id and d.payment_id = p.id and d.decision = 'CONFIRMED'
                               where p.order_id is not null
                                 and not exists (select from erp.payment_reversals r where r.store_id = p.store_id and r.payment_id = p.id)
                                 and not exists (select from erp.deposit_applications a where a.store_id = p.store_id and a.payment_id = p.id)
                               group by 1, 2),
                     booked as (select store_id, currency, -sum(amount) amount, -sum(ves) ves
                                  from erp.journal_lines where account = 'CUSTOMER_DEPOSITS' group by 1, 2)
                select * from kept full join booked using (store_id, currency)
                 where coalesce(kept.amount, 0) <> coalesce(booked.amount, 0) or coalesce(kept.ves, 0) <> coalesce(booked.ves, 0)
                """);
        SENTENCES.put("IGTF that was perceived and not given back is what the books say that is due", """
                with perceived as (select store_id, sum(ves) ves from (
                                     select d.store_id, d.igtf_ves ves from erp.payment_decisions d
                                      where not exists (select from erp.payment_reversals r where r.store_id = d.store_id and r.payment_id = d.payment_id)
                                     union all select store_id, -igtf_ves from erp.refunds_due) each group by 1),
                     booked as (select store_id, -sum(ves) ves from erp.journal_lines where account = 'IGTF_PAYABLE' group by 1)
                select * from perceived full join booked using (store_id) where coalesce(perceived.ves, 0) <> coalesce(booked.ves, 0)
                """);
        SENTENCES.put("what moved in a drawer is what its entry of the books moved on the account of cash", """
                with moved as (select store_id, entry_id, currency, sum(amount) amount from erp.cash_movements group by 1, 2, 3),
                     booked as (select store_id, entry_id, currency, sum(amount) amount from erp.journal_lines
                                 where account in ('CASH_USD', 'CASH_VES') group by 1, 2, 3)
                select store_id, entry_id, currency, moved.amount moved, booked.amount booked
                  from moved full join booked using (store_id, entry_id, currency)
                 where coalesce(moved.amount, 0) <> coalesce(booked.amount, 0)
                """);
        SENTENCES.put("a closed drawer is empty, and was expected to hold its movements", """
                select s.store_id, s.register, m.currency, m.rest, m.expected from erp.cash_sessions s
                 cross join lateral (select currency, sum(amount) rest,
                        coalesce(sum(amount) filter (where kind not in ('OVER_SHORT', 'COUNTED')), 0) expected
                   from erp.cash_movements m where m.store_id = s.store_id and m.session_id = s.id group by currency) m
                 where s.closed_at is not null and (m.rest <> 0
                    or m.expected <> case m.currency when 'USD' then s.expected_usd else s.expected_ves end)
                """);
        SENTENCES.put("the open drawers hold what the books say that is in drawers", """
                select l.store_id, l.account, sum(l.amount) booked,
                       (select coalesce(sum(m.amount), 0) from erp.cash_movements m join erp.cash_sessions s
                          on s.store_id = m.store_id and s.id = m.session_id and s.closed_at is null
                         where m.store_id = l.store_id and 'CASH_' || m.currency = l.account) held
                  from erp.journal_lines l where l.account in ('CASH_USD', 'CASH_VES')
                 group by l.store_id, l.account
                having sum(l.amount) <> (select coalesce(sum(m.amount), 0) from erp.cash_movements m join erp.cash_sessions s
                          on s.store_id = m.store_id and s.id = m.session_id and s.closed_at is null
                         where m.store_id = l.store_id and 'CASH_' || m.currency = l.account)
                """);
        SENTENCES.put("what is on the shelf is what was moved onto it", """
                select s.store_id, s.part_id, s.on_hand, m.quantity from erp.stock s
                 cross join lateral (select coalesce(sum(quantity), 0) quantity from erp.stock_movements m
                   where m.store_id = s.store_id and m.part_id = s.part_id) m
                 where s.on_hand <> m.quantity
                """);
        StockInvariants.addTo(SENTENCES);
    }

    private Invariants() {}

    /** @return a line for every place where one of the sentences is not true; empty when all are */
    public static List<String> broken(Connection superuser) throws SQLException {
        List<String> broken = new ArrayList<>();
        try (Statement statement = superuser.createStatement()) {
            for (Map.Entry<String, String> sentence : SENTENCES.entrySet()) {
                try (ResultSet rows = statement.executeQuery(sentence.getValue())) {
                    while (rows.next()) {
                        broken.add("not true that " + sentence.getKey() + ": " + row(rows));
                    }
                }
            }
        }
        return broken;
    }

    private static String row(ResultSet rows) throws SQLException {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            values.add(rows.getMetaData().getColumnLabel(i) + "=" + rows.getString(i));
        }
        return String.join(" ", values);
    }
}
