package com.servistech.erp.billing.invoice;

import com.servistech.erp.error.NotFound;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.money.OpenDebt;
import com.servistech.erp.rates.DocumentRate;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.Work;
import java.util.List;
import java.util.UUID;

/** Reads invoices. */
final class InvoiceBook {

    private static final String INVOICES = """
            select i.*, b.balance, b.status, b.version, o.observed_at
              from erp.invoices i
              join erp.invoice_balances b on b.store_id = i.store_id and b.id = i.id
              join erp.exchange_rates o on o.id = i.rate_id
            """;

    private final Work work;

    InvoiceBook(Work work) {
        this.work = work;
    }

    InvoiceView invoice(UUID id) {
        List<InvoiceView.TaxLine> taxes = work.sql()
                .list(
                        row -> new InvoiceView.TaxLine(
                                row.text("tax"),
                                row.decimal("percent").stripTrailingZeros(),
                                money(row, "base", Currency.USD),
                                money(row, "amount", Currency.USD),
                                money(row, "base_ves", Currency.VES),
                                money(row, "amount_ves", Currency.VES)),
                        "select tax, percent, base, amount, base_ves, amount_ves from erp.invoice_taxes where invoice_id = ? order by tax",
                        id);
        List<InvoiceView.Line> lines = work.sql()
                .list(
                        row -> new InvoiceView.Line(
                                LineType.valueOf(row.text("type")),
                                row.uuid("part_id"),
                                row.text("description"),
                                row.integer("quantity"),
                                money(row, "unit_price", Currency.USD),
                                money(row, "discount", Currency.USD),
                                money(row, "net", Currency.USD),
                                row.text("tax")),
                        "select * from erp.invoice_lines where invoice_id = ? order by position",
                        id);
        return work.sql()
                .first(row -> view(row, taxes, lines), INVOICES + " where i.id = ?", id)
                .orElseThrow(() -> new NotFound("invoices.not-found", "There is no such invoice"));
    }

    Page<InvoiceView> invoices(InvoiceQuery query) {
        UUID before = query.page().beforeId();
        return Page.of(
                work.sql()
                        .list(
                                row -> view(row, List.of(), null),
                                INVOICES
                                        + " where i.id < ? and (?::text is null or b.status = ?::text)"
                                        + " and (?::uuid is null or i.customer_id = ?::uuid)"
                                        + " and (?::uuid is null or i.order_id = ?::uuid) order by i.id desc limit ?",
                                before,
                                query.status(),
                                query.status(),
                                query.customerId(),
                                query.customerId(),
                                query.orderId(),
                                query.orderId(),
                                query.page().limit() + 1),
                query.page().limit(),
                invoice -> invoice.id().toString());
    }

    private static InvoiceView view(Sql.Row row, List<InvoiceView.TaxLine> taxes, List<InvoiceView.Line> lines) {
        return new InvoiceView(
                row.uuid("id"),
                row.text("number"),
                row.text("control_number"),
                "ISSUED",
                row.text("status"),
                row.uuid("customer_id"),
                row.text("customer_name"),
                row.text("customer_document"),
                row.uuid("order_id"),
                row.instant("issued_at"),
                row.date("business_day"),
                new DocumentRate(
                        row.uuid("rate_id"),
                        row.text("rate_source"),
                        Currency.USD,
                        row.decimal("rate"),
                        row.date("rate_value_date"),
                        row.instant("observed_at"),
                        row.bool("rate_provisional"),
                        row.text("rate_reason")),
                money(row, "subtotal", Currency.USD),
                money(row, "discount", Currency.USD),
                taxes,
                money(row, "total", Currency.USD),
                money(row, "total_ves", Currency.VES),
                new OpenDebt(row.decimal("balance")).shown(),
                lines,
                row.integer("version"));
    }

    private static Money money(Sql.Row row, String column, Currency currency) {
        return new Money(row.decimal(column), currency);
    }
}
