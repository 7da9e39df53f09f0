package com.servistech.erp.billing.invoice;

import com.servistech.erp.billing.tax.Frozen;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.rates.DocumentRate;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.Work;
import java.util.List;
import java.util.UUID;

/** Reads what issued documents of every kind have in common. */
public final class IssuedColumns {

    private IssuedColumns() {}

    public static InvoiceView.Issuer issuer(Sql.Row row) {
        return new InvoiceView.Issuer(
                row.text("issuer_rif"), row.text("issuer_name"), row.text("issuer_address"), row.text("issuer_regime"));
    }

    /** With {@code observed_at} of its observation. */
    public static DocumentRate rate(Sql.Row row) {
        return new DocumentRate(
                row.uuid("rate_id"),
                row.text("rate_source"),
                Currency.USD,
                row.decimal("rate"),
                row.date("rate_value_date"),
                row.instant("observed_at"),
                row.bool("rate_provisional"),
                row.text("rate_reason"));
    }

    public static List<InvoiceView.TaxLine> ofInvoice(Work work, UUID id) {
        return taxes(work, "select * from erp.invoice_taxes where invoice_id = ? order by percent desc, tax", id);
    }

    public static List<InvoiceView.TaxLine> ofNote(Work work, UUID id) {
        return taxes(work, "select * from erp.note_taxes where note_id = ? order by percent desc, tax", id);
    }

    private static List<InvoiceView.TaxLine> taxes(Work work, String sql, UUID id) {
        return work.sql()
                .list(
                        row -> new InvoiceView.TaxLine(
                                row.text("tax"),
                                row.text("code"),
                                row.decimal("percent").stripTrailingZeros(),
                                usd(row, "base"),
                                usd(row, "amount"),
                                ves(row, "base_ves"),
                                ves(row, "amount_ves"),
                                row.text("legal_source"),
                                Frozen.parts(row.text("components")).stream()
                                        .map(part -> InvoiceView.TaxPart.of(part, true))
                                        .toList()),
                        sql,
                        id);
    }

    /** The state of a document's control number. */
    public static String state(String channel, String controlNumber) {
        return channel.equals("DIGITAL") && controlNumber == null ? "ISSUED_PENDING_CONTROL" : "ISSUED";
    }

    public static Money usd(Sql.Row row, String column) {
        return new Money(row.decimal(column), Currency.USD);
    }

    public static Money ves(Sql.Row row, String column) {
        return new Money(row.decimal(column), Currency.VES);
    }
}
