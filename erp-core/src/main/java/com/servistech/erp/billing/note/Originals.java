package com.servistech.erp.billing.note;

import com.servistech.erp.billing.fiscal.DocumentType;
import com.servistech.erp.billing.invoice.IssuedColumns;
import com.servistech.erp.billing.tax.Frozen;
import com.servistech.erp.billing.tax.Tax;
import com.servistech.erp.billing.tax.TaxGroup;
import com.servistech.erp.error.NotFound;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.Work;
import java.util.List;
import java.util.UUID;

/** Loads the invoice that is to be corrected. Its balance is the lock of everything that is done to it afterwards. */
final class Originals {

    private static final String INVOICE = """
            select i.*, b.balance, b.released_ves, b.credited, b.debited, b.status, o.observed_at
              from erp.invoice_balances b
              join erp.invoices i on i.store_id = b.store_id and i.id = b.id
              join erp.exchange_rates o on o.id = i.rate_id
             where b.store_id = ? and b.id = ?
            """;
    private static final String LINES = """
            select l.*, coalesce(c.quantity, 0) credited_quantity, coalesce(c.net, 0) credited_net,
                   coalesce(c.net_ves, 0) credited_net_ves, coalesce(c.restocked, 0) restocked
              from erp.invoice_lines l
              left join lateral (select sum(n.quantity)::int quantity, (sum(n.quantity) filter (where n.restocked))::int restocked, sum(n.net) net, sum(n.net_ves) net_ves
                                   from erp.note_lines n where n.store_id = l.store_id and n.invoice_line_id = l.id) c on true
             where l.store_id = ? and l.invoice_id = ? order by l.position
            """;
    private static final String TAXES = """
            select t.*, coalesce(c.amount, 0) credited_amount, coalesce(c.amount_ves, 0) credited_amount_ves
              from erp.invoice_taxes t
              left join lateral (select sum(x.amount) amount, sum(x.amount_ves) amount_ves
                                   from erp.note_taxes x join erp.notes n on n.store_id = x.store_id and n.id = x.note_id
                                  where n.store_id = t.store_id and n.invoice_id = t.invoice_id and n.concept = 'RETURN'
                                    and x.tax = t.tax) c on true
             where t.store_id = ? and t.invoice_id = ? order by t.tax
            """;

    private final Work work;

    Originals(Work work) {
        this.work = work;
    }

    Original lock(UUID invoiceId) {
        work.sql()
                .call(
                        "select 1 from erp.invoice_balances where store_id = ? and id = ? for no key update",
                        work.store(),
                        invoiceId);
        List<OriginalLine> lines = work.sql().list(Originals::line, LINES, work.store(), invoiceId);
        List<OriginalTax> taxes = work.sql().list(Originals::tax, TAXES, work.store(), invoiceId);
        return work.sql()
                .first(row -> original(row, lines, taxes), INVOICE, work.store(), invoiceId)
                .orElseThrow(() -> new NotFound("invoices.not-found", "There is no such invoice"));
    }

    private static Original original(Sql.Row row, List<OriginalLine> lines, List<OriginalTax> taxes) {
        return new Original(
                row.uuid("id"),
                DocumentType.valueOf(row.text("type")),
                row.date("business_day"),
                IssuedColumns.rate(row),
                row.text("policy_id"),
                row.text("policies"),
                Original.usd(row.decimal("total")),
                Original.ves(row.decimal("total_ves")),
                row.decimal("balance"),
                Original.ves(row.decimal("released_ves")),
                Original.usd(row.decimal("credited")),
                Original.usd(row.decimal("debited")),
                row.text("status"),
                lines,
                taxes);
    }

    private static OriginalLine line(Sql.Row row) {
        return new OriginalLine(
                row.uuid("id"),
                row.text("description"),
                row.integer("quantity"),
                Original.usd(row.decimal("net")),
                Original.ves(row.decimal("net_ves")),
                Tax.valueOf(row.text("tax")),
                row.uuid("part_id"),
                row.decimal("unit_cost"),
                row.decimal("cost_ves"),
                row.integer("restocked"),
                row.integer("credited_quantity"),
                Original.usd(row.decimal("credited_net")),
                Original.ves(row.decimal("credited_net_ves")));
    }

    private static OriginalTax tax(Sql.Row row) {
        return new OriginalTax(
                new TaxGroup(
                        Frozen.rate(Tax.valueOf(row.text("tax")), row.text("code"), row.text("components")),
                        Original.usd(row.decimal("base")),
                        Original.usd(row.decimal("amount")),
                        Original.ves(row.decimal("base_ves")),
                        Original.ves(row.decimal("amount_ves"))),
                Original.usd(row.decimal("credited_amount")),
                Original.ves(row.decimal("credited_amount_ves")));
    }
}
