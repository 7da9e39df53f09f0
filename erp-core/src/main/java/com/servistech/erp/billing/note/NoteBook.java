package com.servistech.erp.billing.note;

import com.servistech.erp.billing.fiscal.DocumentType;
import com.servistech.erp.billing.invoice.InvoiceView;
import com.servistech.erp.error.NotFound;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.rates.DocumentRate;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.Work;
import java.util.List;
import java.util.UUID;

/** Reads notes. */
final class NoteBook {

    private static final String CONTROL = """
            (select control_number from erp.control_assignments a where a.store_id = %1$s.store_id
                and a.document_id = %1$s.id order by a.ordinal desc limit 1)""";
    private static final String NOTES = """
            select n.*, d.type document_type, d.channel, o.observed_at, r.left_usd, i.number invoice_number,
                   i.business_day invoice_day, i.total invoice_total, i.total_ves invoice_total_ves, i.customer_id,
                   i.customer_name, i.customer_document, i.customer_address, %s control, %s invoice_control
              from erp.notes n
              join erp.documents d on d.store_id = n.store_id and d.id = n.id
              join erp.invoices i on i.store_id = n.store_id and i.id = n.invoice_id
              join erp.exchange_rates o on o.id = n.rate_id
              left join erp.refunds_due r on r.store_id = n.store_id and r.id = n.id
            """.formatted(CONTROL.formatted("n"), CONTROL.formatted("i"));

    private final Work work;

    NoteBook(Work work) {
        this.work = work;
    }

    NoteView note(UUID id) {
        return work.sql()
                .first(row -> view(row, taxes(id), lines(id)), NOTES + " where n.id = ?", id)
                .orElseThrow(NoteBook::notFound);
    }

    static NotFound notFound() {
        return new NotFound("notes.not-found", "There is no such note");
    }

    /** In the order in which they were issued. */
    List<NoteView> of(UUID invoiceId) {
        return work
                .sql()
                .list(
                        row -> row.uuid("id"),
                        "select id from erp.notes where invoice_id = ? order by issued_at, number",
                        invoiceId)
                .stream()
                .map(this::note)
                .toList();
    }

    private List<InvoiceView.TaxLine> taxes(UUID id) {
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
                                row.text("legal_source")),
                        "select * from erp.note_taxes where note_id = ? order by percent desc, tax",
                        id);
    }

    private List<NoteView.Line> lines(UUID id) {
        return work.sql()
                .list(
                        row -> new NoteView.Line(
                                row.decimal("invoice_position") == null ? null : row.integer("invoice_position"),
                                row.text("description"),
                                row.integer("quantity"),
                                usd(row, "net"),
                                ves(row, "net_ves"),
                                row.text("tax"),
                                row.text("tax_code"),
                                row.decimal("tax_percent").stripTrailingZeros(),
                                row.bool("restocked")),
                        "select l.*, i.position invoice_position from erp.note_lines l left join erp.invoice_lines i"
                                + " on i.store_id = l.store_id and i.id = l.invoice_line_id"
                                + " where l.note_id = ? order by l.position",
                        id);
    }

    private static NoteView view(Sql.Row row, List<InvoiceView.TaxLine> taxes, List<NoteView.Line> lines) {
        boolean waits = row.text("channel").equals("DIGITAL") && row.text("control") == null;
        return new NoteView(
                row.uuid("id"),
                NoteKind.valueOf(row.text("kind")),
                NoteConcept.valueOf(row.text("concept")),
                DocumentType.valueOf(row.text("document_type")),
                row.text("number"),
                row.text("control"),
                waits ? "ISSUED_PENDING_CONTROL" : "ISSUED",
                new NoteView.Affected(
                        row.uuid("invoice_id"),
                        row.text("invoice_number"),
                        row.text("invoice_control"),
                        row.date("invoice_day"),
                        usd(row, "invoice_total"),
                        ves(row, "invoice_total_ves")),
                new InvoiceView.Issuer(
                        row.text("issuer_rif"),
                        row.text("issuer_name"),
                        row.text("issuer_address"),
                        row.text("issuer_regime")),
                row.uuid("customer_id"),
                row.text("customer_name"),
                row.text("customer_document"),
                row.text("customer_address"),
                row.text("reason"),
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
                row.text("policy_id"),
                row.array("texts"),
                taxes,
                usd(row, "total"),
                ves(row, "total_ves"),
                row.decimal("left_usd") == null ? null : usd(row, "left_usd"),
                lines);
    }

    private static Money usd(Sql.Row row, String column) {
        return new Money(row.decimal(column), Currency.USD);
    }

    private static Money ves(Sql.Row row, String column) {
        return new Money(row.decimal(column), Currency.VES);
    }
}
