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
                   where e.store_id = i.store_id and (e.document_id = i.id or e.document_id in
                         (select p.id from erp.payments p where p.store_id = i.store_id and p.invoice_id = i.id))) booked
                 where booked.ves <> i.total_ves - b.released_ves
                """);
        SENTENCES.put("a paid invoice owes nothing in either currency", """
                select i.store_id, i.number, b.balance, i.total_ves - b.released_ves from erp.invoices i
                  join erp.invoice_balances b on b.store_id = i.store_id and b.id = i.id
                 where b.status = 'PAID' and (b.balance <> 0 or b.released_ves <> i.total_ves)
                """);
        SENTENCES.put("an invoice owes its total less what was applied to it", """
                select i.store_id, i.number, i.total, b.balance, applied.usd from erp.invoices i
                  join erp.invoice_balances b on b.store_id = i.store_id and b.id = i.id
                 cross join lateral (select coalesce(sum(d.applied), 0) usd from erp.payments p
                    join erp.payment_decisions d on d.store_id = p.store_id and d.payment_id = p.id
                   where p.store_id = i.store_id and p.invoice_id = i.id) applied
                 where b.balance <> i.total - applied.usd
                """);
        SENTENCES.put("what is on the shelf is what was moved onto it", """
                select s.store_id, s.part_id, s.on_hand, m.quantity from erp.stock s
                 cross join lateral (select coalesce(sum(quantity), 0) quantity from erp.stock_movements m
                   where m.store_id = s.store_id and m.part_id = s.part_id) m
                 where s.on_hand <> m.quantity
                """);
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
