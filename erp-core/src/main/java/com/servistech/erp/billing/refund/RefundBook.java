package com.servistech.erp.billing.refund;

import com.servistech.erp.error.NotFound;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.Work;
import java.math.BigDecimal;
import java.util.UUID;

/** Reads refunds, and reads and locks what credit notes owe. */
final class RefundBook {

    private static final String REFUNDS = """
            select r.*, d.decision, d.usd, d.rate, d.reason, d.decided_by, u.left_usd from erp.refunds r
              join erp.refunds_due u on u.store_id = r.store_id and u.id = r.note_id
              left join erp.refund_decisions d on d.store_id = r.store_id and d.refund_id = r.id
             where r.store_id = ?
            """;

    private final Work work;

    RefundBook(Work work) {
        this.work = work;
    }

    RefundView get(UUID id) {
        return work.sql()
                .first(RefundBook::view, REFUNDS + " and r.id = ?", work.store(), id)
                .orElseThrow(() -> new NotFound("refunds.not-found", "There is no such refund"));
    }

    Page<RefundView> ofNote(UUID noteId, Page.Request page) {
        return Page.of(
                work.sql()
                        .list(
                                RefundBook::view,
                                REFUNDS + " and r.note_id = ? and r.id < ? order by r.id desc limit ?",
                                work.store(),
                                noteId,
                                page.beforeId(),
                                page.limit() + 1),
                page.limit(),
                refund -> refund.id().toString());
    }

    /** Locked until the transaction ends. */
    Due due(UUID noteId) {
        return work.sql()
                .first(
                        row -> new Due(
                                new Money(row.decimal("left_usd"), Currency.USD),
                                new Money(row.decimal("left_ves"), Currency.VES)),
                        "select left_usd, left_ves from erp.refunds_due where store_id = ? and id = ? for no key update",
                        work.store(),
                        noteId)
                .orElseThrow(RefundBook::noNote);
    }

    UUID customerOf(UUID noteId) {
        return work.sql()
                .first(
                        row -> row.uuid("customer_id"),
                        "select i.customer_id from erp.notes n join erp.invoices i on i.store_id = n.store_id and i.id = n.invoice_id"
                                + " where n.store_id = ? and n.id = ? and n.kind = 'CREDIT'",
                        work.store(),
                        noteId)
                .orElseThrow(RefundBook::noNote);
    }

    private static NotFound noNote() {
        return new NotFound("notes.not-found", "There is no such credit note");
    }

    private static RefundView view(Sql.Row row) {
        BigDecimal usd = row.decimal("usd");
        String decision = row.text("decision");
        boolean paid = "PAID".equals(decision);
        return new RefundView(
                row.uuid("id"),
                row.uuid("note_id"),
                decision == null ? "REQUESTED" : decision,
                row.text("method"),
                new Money(row.decimal("amount"), Currency.valueOf(row.text("currency"))),
                paid ? new Money(usd, Currency.USD) : null,
                row.decimal("rate"),
                new Money(row.decimal("left_usd"), Currency.USD),
                row.uuid("requested_by"),
                row.instant("requested_at"),
                row.uuid("decided_by"),
                row.text("reason"));
    }
}
