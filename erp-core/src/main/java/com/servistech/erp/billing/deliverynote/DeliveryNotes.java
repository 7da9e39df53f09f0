package com.servistech.erp.billing.deliverynote;

import com.servistech.erp.billing.invoice.IssuedColumns;
import com.servistech.erp.error.NotFound;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.Work;
import java.util.List;
import java.util.UUID;

/** Delivery notes of the store, over one open work. */
public final class DeliveryNotes {

    private static final String NOTES = """
            select n.*, i.number invoice_number from erp.delivery_notes n
              left join erp.invoices i on i.store_id = n.store_id and i.id = n.invoice_id
            """;

    private final Work work;

    public DeliveryNotes(Work work) {
        this.work = work;
    }

    /** @see IssueDeliveryNote */
    public DeliveryNoteView issue(NewDeliveryNote input) {
        return get(new IssueDeliveryNote(work).issue(input));
    }

    public DeliveryNoteView get(UUID id) {
        work.require(Permission.INVOICES_READ);
        return work.sql()
                .first(row -> view(row, lines(id)), NOTES + " where n.id = ?", id)
                .orElseThrow(() -> new NotFound("delivery-notes.not-found", "There is no such delivery note"));
    }

    /** Newest first, without their lines. */
    public Page<DeliveryNoteView> list(Page.Request page) {
        work.require(Permission.INVOICES_READ);
        return Page.of(
                work.sql()
                        .list(
                                row -> view(row, null),
                                NOTES + " where n.id < ? order by n.id desc limit ?",
                                page.beforeId(),
                                page.limit() + 1),
                page.limit(),
                note -> note.id().toString());
    }

    private List<DeliveryNoteView.Line> lines(UUID id) {
        return work.sql()
                .list(
                        row -> new DeliveryNoteView.Line(
                                row.text("description"), row.integer("quantity"), row.text("serial_number")),
                        "select description, quantity, serial_number from erp.delivery_note_lines where note_id = ?"
                                + " order by position",
                        id);
    }

    private static DeliveryNoteView view(Sql.Row row, List<DeliveryNoteView.Line> lines) {
        return new DeliveryNoteView(
                row.uuid("id"),
                row.text("number"),
                IssuedColumns.issuer(row),
                row.uuid("customer_id"),
                row.text("customer_name"),
                row.text("customer_document"),
                row.text("customer_address"),
                row.uuid("order_id"),
                row.uuid("invoice_id"),
                row.text("invoice_number"),
                row.text("remarks"),
                row.array("texts"),
                row.uuid("issued_by"),
                row.instant("issued_at"),
                row.date("business_day"),
                lines);
    }
}
