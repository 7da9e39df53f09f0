package com.servistech.erp.billing.document;

import com.servistech.erp.billing.deliverynote.DeliveryNotes;
import com.servistech.erp.billing.fiscal.DocumentType;
import com.servistech.erp.billing.fiscal.FiscalDocument;
import com.servistech.erp.billing.invoice.InvoiceView;
import com.servistech.erp.billing.invoice.Invoices;
import com.servistech.erp.billing.note.NoteConcept;
import com.servistech.erp.billing.note.NoteView;
import com.servistech.erp.billing.note.Notes;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.NotFound;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.Work;
import java.util.List;
import java.util.UUID;

/** Issued documents of the store, over one open work. */
public final class Documents {

    /** What the views do not say: the number in its parts and where the document was issued. */
    record Registered(
            String trackingCode,
            DocumentType type,
            String series,
            long ordinal,
            FiscalDocument.Party store,
            String customerPhone) {}

    private static final String REGISTERED = """
            select d.tracking_code, d.type, d.series, d.ordinal, coalesce(n.store_name, i.store_name, g.store_name) store_name,
                   coalesce(n.store_address, i.store_address, g.store_address) store_address, s.phone,
                   coalesce(i.customer_phone, g.customer_phone) customer_phone
              from erp.documents d
              left join erp.notes n on n.store_id = d.store_id and n.id = d.id
              left join erp.invoices i on i.store_id = d.store_id and i.id = coalesce(n.invoice_id, d.id)
              left join erp.delivery_notes g on g.store_id = d.store_id and g.id = d.id
              join erp.stores s on s.id = d.store_id
             where d.id = ?
            """;

    private final Work work;

    public Documents(Work work) {
        this.work = work;
    }

    /**
     * An invoice, a note or a delivery note.
     *
     * @throws Conflict {@code invoices.draft} when it is not issued yet
     */
    public FiscalDocument get(UUID id) {
        work.require(Permission.INVOICES_READ);
        Registered registered =
                work.sql().first(Documents::registered, REGISTERED, id).orElseThrow(() -> missing(id));
        if (registered.type() == DocumentType.DELIVERY_NOTE) {
            return Papers.of(new DeliveryNotes(work).get(id), registered);
        }
        return isNote(id) ? note(id, registered) : invoice(id, registered);
    }

    /** Documents of this store that wait for their control number, oldest first. */
    public List<FiscalDocument> pendingControl() {
        work.require(Permission.INVOICES_READ);
        return work
                .sql()
                .list(
                        row -> row.uuid("id"),
                        "select d.id from erp.documents d where d.store_id = ? and d.channel = 'DIGITAL' and not exists"
                                + " (select from erp.control_assignments a where a.store_id = d.store_id and a.document_id = d.id)"
                                + " order by d.id limit 100",
                        work.store())
                .stream()
                .map(this::get)
                .toList();
    }

    private FiscalDocument invoice(UUID id, Registered registered) {
        InvoiceView invoice = new Invoices(work).get(id);
        return Papers.of(invoice, registered, forms(invoice.controlNumber(), id));
    }

    private FiscalDocument note(UUID id, Registered registered) {
        NoteView note = new Notes(work).get(id);
        Registered affected = work.sql()
                .first(Documents::registered, REGISTERED, note.affected().invoiceId())
                .orElseThrow();
        boolean igtf = note.concept() == NoteConcept.IGTF;
        return Papers.of(note, registered, affected, forms(note.controlNumber(), id), igtf);
    }

    private boolean isNote(UUID id) {
        return work.sql()
                .first(row -> true, "select 1 from erp.notes where id = ?", id)
                .isPresent();
    }

    private FiscalDocument.Forms forms(String controlNumber, UUID documentId) {
        if (controlNumber == null) {
            return null;
        }
        return work.sql()
                .first(
                        row -> new FiscalDocument.Forms(
                                row.text("prefix"),
                                row.bigint("first_number"),
                                row.bigint("last_number"),
                                row.text("printer_name"),
                                row.text("printer_rif"),
                                row.text("authorisation"),
                                row.date("printed_on")),
                        "select r.* from erp.control_ranges r join erp.documents d on d.issuer_id = r.issuer_id"
                                + " where d.id = ? and d.channel = 'FREE_FORM' and r.prefix = split_part(?, '-', 1)"
                                + " and split_part(?, '-', 2)::bigint between r.first_number and r.last_number",
                        documentId,
                        controlNumber,
                        controlNumber)
                .orElse(null);
    }

    private RuntimeException missing(UUID id) {
        boolean draft = work.sql()
                .first(row -> true, "select 1 from erp.invoice_drafts where id = ?", id)
                .isPresent();
        return draft
                ? new Conflict("invoices.draft", "A draft is no document yet: issue it first")
                : new NotFound("invoices.not-found", "There is no such invoice");
    }

    private static Registered registered(Sql.Row row) {
        return new Registered(
                row.text("tracking_code"),
                DocumentType.valueOf(row.text("type")),
                row.text("series"),
                row.bigint("ordinal"),
                new FiscalDocument.Party(row.text("store_name"), null, row.text("store_address"), row.text("phone")),
                row.text("customer_phone"));
    }
}
