package com.servistech.erp.billing.refund;

import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.UUID;

/** Refunds of the store's credit notes, over one open work. */
public final class Refunds {

    private final Work work;
    private final RefundBook book;

    public Refunds(Work work) {
        this.work = work;
        this.book = new RefundBook(work);
    }

    /** @see RequestRefund */
    public RefundView request(UUID noteId, NewRefund input) {
        return book.get(new RequestRefund(work).request(noteId, input));
    }

    public RefundView get(UUID id) {
        work.require(Permission.INVOICES_READ);
        return book.get(id);
    }

    /** Newest first. */
    public Page<RefundView> ofNote(UUID noteId, Page.Request page) {
        work.require(Permission.INVOICES_READ);
        book.customerOf(noteId);
        return book.ofNote(noteId, page);
    }

    /** @see PayRefund */
    public RefundView approve(UUID id) {
        new PayRefund(work).pay(id);
        return book.get(id);
    }

    public RefundView refuse(UUID id, String reason) {
        new PayRefund(work).refuse(id, reason);
        return book.get(id);
    }
}
