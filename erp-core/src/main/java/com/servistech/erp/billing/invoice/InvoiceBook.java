package com.servistech.erp.billing.invoice;

import static com.servistech.erp.billing.invoice.IssuedColumns.usd;
import static com.servistech.erp.billing.invoice.IssuedColumns.ves;

import com.servistech.erp.billing.fiscal.DocumentType;
import com.servistech.erp.error.NotFound;
import com.servistech.erp.money.OpenDebt;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.Work;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads issued invoices. */
final class InvoiceBook {

    private static final String INVOICES = """
            select i.*, b.balance, b.status, b.credited, b.version, o.observed_at, d.channel, c.control_number, w.amount pending_voucher
              from erp.invoices i
              join erp.documents d on d.store_id = i.store_id and d.id = i.id
              join erp.invoice_balances b on b.store_id = i.store_id and b.id = i.id
              join erp.exchange_rates o on o.id = i.rate_id
              left join lateral (select control_number from erp.control_assignments a
                                  where a.store_id = i.store_id and a.document_id = i.id order by a.ordinal desc limit 1) c on true
              left join lateral (select p.amount from erp.payments p
                                   join erp.payment_methods m on m.code = p.method and m.family = 'VOUCHER'
                                  where p.store_id = i.store_id and p.invoice_id = i.id and p.voucher_number is null
                                    and not exists (select from erp.payment_decisions x
                                                     where x.store_id = p.store_id and x.payment_id = p.id)) w on true
            """;
    private static final String LISTED = """
             where i.id < ? and (?::text is null or b.status = ?::text)
               and (?::uuid is null or i.customer_id = ?::uuid) and (?::uuid is null or i.order_id = ?::uuid)
               and (?::text is null or (d.channel = 'DIGITAL' and c.control_number is null) = (?::text = 'ISSUED_PENDING_CONTROL'))
             order by i.id desc limit ?
            """;

    private final Work work;

    InvoiceBook(Work work) {
        this.work = work;
    }

    Optional<InvoiceView> find(UUID id) {
        return work.sql()
                .first(
                        row -> view(row, IssuedColumns.ofInvoice(work, id), lines(id)),
                        INVOICES + " where i.id = ?",
                        id);
    }

    InvoiceView invoice(UUID id) {
        return find(id).orElseThrow(InvoiceBook::notFound);
    }

    static NotFound notFound() {
        return new NotFound("invoices.not-found", "There is no such invoice");
    }

    Page<InvoiceView> invoices(InvoiceQuery query) {
        return Page.of(
                work.sql()
                        .list(
                                row -> view(row, List.of(), null),
                                INVOICES + LISTED,
                                query.page().beforeId(),
                                query.status(),
                                query.status(),
                                query.customerId(),
                                query.customerId(),
                                query.orderId(),
                                query.orderId(),
                                query.documentState(),
                                query.documentState(),
                                query.page().limit() + 1),
                query.page().limit(),
                invoice -> invoice.id().toString());
    }

    private List<InvoiceView.Line> lines(UUID id) {
        return work.sql()
                .list(
                        row -> new InvoiceView.Line(
                                LineType.valueOf(row.text("type")),
                                row.uuid("part_id"),
                                row.uuid("service_id"),
                                row.uuid("service_id") == null ? null : row.integer("minutes"),
                                row.uuid("service_id") == null ? null : row.integer("warranty_days"),
                                row.text("description"),
                                row.integer("quantity"),
                                usd(row, "unit_price"),
                                usd(row, "discount"),
                                usd(row, "document_discount"),
                                usd(row, "net"),
                                ves(row, "net_ves"),
                                row.text("tax"),
                                row.text("tax_code"),
                                row.decimal("tax_percent").stripTrailingZeros()),
                        "select * from erp.invoice_lines where invoice_id = ? order by position",
                        id);
    }

    private static InvoiceView view(Sql.Row row, List<InvoiceView.TaxLine> taxes, List<InvoiceView.Line> lines) {
        String control = row.text("control_number");
        return new InvoiceView(
                row.uuid("id"),
                DocumentType.valueOf(row.text("type")),
                row.text("number"),
                control,
                IssuedColumns.state(row.text("channel"), control),
                row.text("status"),
                IssuedColumns.issuer(row),
                row.uuid("customer_id"),
                row.text("customer_name"),
                row.text("customer_document"),
                row.text("customer_address"),
                row.uuid("order_id"),
                row.instant("issued_at"),
                row.date("business_day"),
                IssuedColumns.rate(row),
                row.text("policy_id"),
                row.array("texts"),
                usd(row, "subtotal"),
                usd(row, "discount"),
                taxes,
                usd(row, "total"),
                ves(row, "total_ves"),
                usd(row, "credited"),
                new OpenDebt(row.decimal("balance")).shown(),
                row.decimal("pending_voucher") == null ? null : ves(row, "pending_voucher"),
                lines,
                row.integer("version"));
    }
}
