package com.servistech.erp.billing.invoice;

import com.servistech.erp.billing.fiscal.DocumentRows;
import com.servistech.erp.billing.tax.Frozen;
import com.servistech.erp.inventory.Taken;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.services.ServiceView;
import com.servistech.erp.tenancy.Work;
import java.util.UUID;

/** Writes an issued invoice down, with everything that it must keep for ever. */
final class InvoiceRows {

    private static final String BALANCE = """
            insert into erp.invoice_balances (store_id, id, balance, status, fully_paid_at)
            values (?, ?, ?, ?, ?::timestamptz)
            """;

    private final Work work;
    private final DocumentRows rows;

    InvoiceRows(Work work) {
        this.work = work;
        this.rows = DocumentRows.ofInvoices(work);
    }

    void insert(UUID id, Prepared invoice, String number, Taken[] taken) {
        document(id, invoice, number);
        for (int i = 0; i < taken.length; i++) {
            line(id, invoice, i, taken[i]);
        }
        rows.taxes(id, invoice.totals().taxes());
        Money total = invoice.totals().total();
        work.sql()
                .update(
                        BALANCE,
                        work.store(),
                        id,
                        total.amount(),
                        total.isZero() ? "PAID" : "PENDING",
                        total.isZero() ? work.now() : null);
    }

    private void document(UUID id, Prepared invoice, String number) {
        rows.document(id, number, invoice.store(), invoice.texts())
                .set("type", invoice.type())
                .set("customer_id", invoice.customer().id())
                .set("customer_name", invoice.customer().name())
                .set("customer_document", invoice.customer().document())
                .set("customer_address", invoice.customer().address())
                .set("customer_phone", invoice.customer().phone())
                .set("order_id", "uuid", invoice.input().orderId())
                .set("policy_id", invoice.policies().id())
                .set("policies", "jsonb", Frozen.policies(invoice.policies()))
                .rate(invoice.rate())
                .set("subtotal", invoice.totals().subtotal().amount())
                .set("discount", invoice.totals().discount().amount())
                .set("net", invoice.totals().net(), invoice.totals().netVes())
                .set("total", invoice.totals().total(), invoice.totals().totalVes())
                .insert();
    }

    private void line(UUID id, Prepared invoice, int i, Taken taken) {
        NewInvoice.Line line = invoice.input().lines().get(i);
        ServiceView service = invoice.serviceOf(i);
        Money discount = line.discount() == null ? Money.zero(Currency.USD) : line.discount();
        DocumentRows.valued(
                        rows.line(id, i, line.description().strip(), line.quantity()),
                        invoice.totals().nets().get(i),
                        invoice.totals().netsVes().get(i),
                        invoice.terms().taxes().of(invoice.totals().taxOf(i)))
                .set("type", line.type())
                .set("part_id", "uuid", line.partId())
                .set("service_id", "uuid", line.serviceId())
                .set("minutes", "int", service == null ? null : service.minutes())
                .set("warranty_days", "int", service == null ? null : service.warrantyDays())
                .set("seller_id", line.sellerId() == null ? work.userId() : line.sellerId())
                .set("unit_price", line.unitPrice().amount())
                .set("discount", discount.amount())
                .set("document_discount", invoice.totals().discounts().get(i).amount())
                .set("unit_cost", "numeric", taken == null ? null : taken.unitCost())
                .set(
                        "cost_ves",
                        "numeric",
                        taken == null ? null : taken.cost().ves().amount())
                .insert();
    }
}
