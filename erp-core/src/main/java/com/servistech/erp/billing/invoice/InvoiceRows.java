package com.servistech.erp.billing.invoice;

import com.servistech.erp.billing.tax.Frozen;
import com.servistech.erp.billing.tax.TaxGroup;
import com.servistech.erp.billing.tax.TaxRate;
import com.servistech.erp.inventory.Taken;
import com.servistech.erp.money.Money;
import com.servistech.erp.rates.DocumentRate;
import com.servistech.erp.stores.IssuerCard;
import com.servistech.erp.tenancy.Work;
import java.math.BigDecimal;
import java.util.UUID;

/** Writes an issued invoice down, with everything that it must keep for ever. */
final class InvoiceRows {

    private static final String INVOICE = """
            insert into erp.invoices (store_id, id, type, number, issuer_id, issuer_rif, issuer_name, issuer_address,
                   issuer_regime, store_name, store_address, customer_id, customer_name, customer_document,
                   customer_address, customer_phone, order_id, policy_id, policies, texts, issued_by, issued_at,
                   business_day, rate_id, rate_source, rate, rate_value_date, rate_provisional, rate_reason, subtotal,
                   discount, net, net_ves, total, total_ves)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::uuid, ?, ?::jsonb, ?::text[], ?, ?, ?, ?, ?, ?, ?, ?,
                   ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String LINE = """
            insert into erp.invoice_lines (store_id, id, invoice_id, position, type, part_id, seller_id, description,
                   quantity, unit_price, discount, document_discount, net, net_ves, tax, tax_code, tax_percent, unit_cost, cost_ves)
            values (?, ?, ?, ?, ?, ?::uuid, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::numeric, ?::numeric)
            """;
    private static final String TAX = """
            insert into erp.invoice_taxes (store_id, id, invoice_id, tax, code, percent, components, legal_source, base,
                   amount, base_ves, amount_ves)
            values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?)
            """;
    private static final String BALANCE = """
            insert into erp.invoice_balances (store_id, id, balance, status, fully_paid_at)
            values (?, ?, ?, ?, ?::timestamptz)
            """;

    private final Work work;

    InvoiceRows(Work work) {
        this.work = work;
    }

    void insert(UUID id, Prepared invoice, String number, Taken[] taken) {
        insertInvoice(id, invoice, number);
        for (int i = 0; i < taken.length; i++) {
            insertLine(id, invoice, i, taken[i]);
        }
        for (TaxGroup tax : invoice.totals().taxes()) {
            insertTax(id, tax);
        }
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

    private void insertInvoice(UUID id, Prepared invoice, String number) {
        IssuerCard issuer = invoice.store().issuer();
        DocumentRate rate = invoice.rate();
        work.sql()
                .update(
                        INVOICE,
                        work.store(),
                        id,
                        invoice.type(),
                        number,
                        issuer.id(),
                        issuer.rif(),
                        issuer.name(),
                        issuer.address(),
                        issuer.regime(),
                        invoice.store().name(),
                        invoice.store().address(),
                        invoice.customer().id(),
                        invoice.customer().name(),
                        invoice.customer().document(),
                        invoice.customer().address(),
                        invoice.customer().phone(),
                        invoice.input().orderId(),
                        invoice.policies().id(),
                        Frozen.policies(invoice.policies()),
                        invoice.texts(),
                        work.userId(),
                        work.now(),
                        work.today(),
                        rate.id(),
                        rate.source(),
                        rate.rate(),
                        rate.valueDate(),
                        rate.provisional(),
                        rate.reason(),
                        invoice.totals().subtotal().amount(),
                        invoice.totals().discount().amount(),
                        invoice.totals().net().amount(),
                        invoice.totals().netVes().amount(),
                        invoice.totals().total().amount(),
                        invoice.totals().totalVes().amount());
    }

    private void insertLine(UUID id, Prepared invoice, int i, Taken taken) {
        NewInvoice.Line line = invoice.input().lines().get(i);
        TaxRate tax = invoice.terms().taxes().of(invoice.totals().taxOf(i));
        work.sql()
                .update(
                        LINE,
                        work.store(),
                        work.newId(),
                        id,
                        i,
                        line.type(),
                        line.partId(),
                        line.sellerId() == null ? work.userId() : line.sellerId(),
                        line.description().strip(),
                        line.quantity(),
                        line.unitPrice().amount(),
                        line.discount() == null
                                ? BigDecimal.ZERO
                                : line.discount().amount(),
                        invoice.totals().discounts().get(i).amount(),
                        invoice.totals().nets().get(i).amount(),
                        invoice.totals().netsVes().get(i).amount(),
                        tax.tax(),
                        tax.code(),
                        tax.percent().value(),
                        taken == null ? null : taken.unitCost(),
                        taken == null ? null : taken.cost().ves().amount());
    }

    private void insertTax(UUID id, TaxGroup tax) {
        work.sql()
                .update(
                        TAX,
                        work.store(),
                        work.newId(),
                        id,
                        tax.tax(),
                        tax.rate().code(),
                        tax.rate().percent().value(),
                        Frozen.components(tax),
                        tax.rate().legalSource(),
                        tax.base().amount(),
                        tax.amount().amount(),
                        tax.baseVes().amount(),
                        tax.amountVes().amount());
    }
}
