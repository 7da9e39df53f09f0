package com.servistech.erp.billing.note;

import static com.servistech.erp.billing.invoice.IssuedColumns.usd;
import static com.servistech.erp.billing.invoice.IssuedColumns.ves;

import com.servistech.erp.billing.fiscal.DocumentType;
import com.servistech.erp.billing.invoice.InvoiceView;
import com.servistech.erp.billing.invoice.IssuedColumns;
import com.servistech.erp.error.NotFound;
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
                .first(row -> view(row, IssuedColumns.ofNote(work, id), lines(id)), NOTES + " where n.id = ?", id)
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
        return new NoteView(
                row.uuid("id"),
                NoteKind.valueOf(row.text("kind")),
                NoteConcept.valueOf(row.text("concept")),
                DocumentType.valueOf(row.text("document_type")),
                row.text("number"),
                row.text("control"),
                IssuedColumns.state(row.text("channel"), row.text("control")),
                new NoteView.Affected(
                        row.uuid("invoice_id"),
                        row.text("invoice_number"),
                        row.text("invoice_control"),
                        row.date("invoice_day"),
                        usd(row, "invoice_total"),
                        ves(row, "invoice_total_ves")),
                IssuedColumns.issuer(row),
                row.uuid("customer_id"),
                row.text("customer_name"),
                row.text("customer_document"),
                row.text("customer_address"),
                row.text("reason"),
                row.instant("issued_at"),
                row.date("business_day"),
                IssuedColumns.rate(row),
                row.text("policy_id"),
                row.array("texts"),
                taxes,
                usd(row, "total"),
                ves(row, "total_ves"),
                row.decimal("left_usd") == null ? null : usd(row, "left_usd"),
                lines);
    }
}
