package com.servistech.erp.billing.note;

import com.servistech.erp.billing.fiscal.DocumentRows;
import com.servistech.erp.billing.fiscal.Numbered;
import com.servistech.erp.billing.fiscal.Numbering;
import com.servistech.erp.stores.Policies;
import com.servistech.erp.stores.StoreCard;
import com.servistech.erp.stores.Stores;
import com.servistech.erp.tenancy.Work;
import java.util.UUID;

/** Numbers a note and writes it down: the last thing that its act does. */
final class NoteRows {

    private final Work work;
    private final DocumentRows rows;

    NoteRows(Work work) {
        this.work = work;
        this.rows = DocumentRows.ofNotes(work);
    }

    void insert(UUID id, Original invoice, NoteDraft note) {
        StoreCard store = new Stores(work).current();
        Numbered numbered = new Numbering(work)
                .number(
                        id,
                        note.kind().on(invoice.type()),
                        store,
                        new Policies(work).on(work.today(), store.issuer().id()));
        document(id, invoice, note, store, numbered.number());
        for (int i = 0; i < note.lines().size(); i++) {
            line(id, i, note.lines().get(i));
        }
        rows.taxes(id, note.taxes());
    }

    private void document(UUID id, Original invoice, NoteDraft note, StoreCard store, String number) {
        rows.document(id, number, store, note.texts())
                .set("kind", note.kind())
                .set("concept", note.concept())
                .set("invoice_id", invoice.id())
                .set("cause_id", "uuid", note.causeId())
                .set("policy_id", invoice.policyId())
                .set("policies", "jsonb", invoice.policies())
                .set("reason", note.reason())
                .rate(note.rate())
                .set("net", note.net(), note.netVes())
                .set("total", note.total(), note.totalVes())
                .insert();
    }

    private void line(UUID id, int position, NoteDraft.Line line) {
        DocumentRows.valued(
                        rows.line(id, position, line.description(), line.quantity()),
                        line.net(),
                        line.netVes(),
                        line.rate())
                .set("invoice_line_id", "uuid", line.invoiceLineId())
                .set("restocked", line.restocked())
                .set("part_id", "uuid", line.partId())
                .set("unit_cost", "numeric", line.unitCost())
                .insert();
    }
}
