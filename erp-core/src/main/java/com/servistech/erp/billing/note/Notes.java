package com.servistech.erp.billing.note;

import com.servistech.erp.money.Money;
import com.servistech.erp.money.Percent;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.List;
import java.util.UUID;

/** Credit and debit notes of the store, over one open work. */
public final class Notes {

    private final Work work;
    private final NoteBook book;

    public Notes(Work work) {
        this.work = work;
        this.book = new NoteBook(work);
    }

    /** @see IssueCreditNote */
    public NoteView credit(UUID invoiceId, NewCreditNote input) {
        return book.note(new IssueCreditNote(work).issue(invoiceId, input));
    }

    /** @see IssueDebitNote */
    public NoteView debit(UUID invoiceId, NewDebitNote input) {
        return book.note(new IssueDebitNote(work).issue(invoiceId, input));
    }

    public NoteView get(UUID id) {
        work.require(Permission.INVOICES_READ);
        return book.note(id);
    }

    /** @throws com.servistech.erp.error.NotFound also for a note of the other kind */
    public NoteView get(UUID id, NoteKind kind) {
        NoteView note = get(id);
        if (note.kind() != kind) {
            throw NoteBook.notFound();
        }
        return note;
    }

    /** In the order in which they were issued. */
    public List<NoteView> of(UUID invoiceId) {
        work.require(Permission.INVOICES_READ);
        return book.of(invoiceId);
    }

    /** For {@code payment}, after it has posted the difference. @see IssueFollowUpNote#exchange */
    public UUID exchange(UUID invoiceId, UUID paymentId, Money differenceVes) {
        return new IssueFollowUpNote(work).exchange(invoiceId, paymentId, differenceVes);
    }

    /** For {@code payment}, after it has posted the IGTF. @see IssueFollowUpNote#igtf */
    public UUID igtf(UUID invoiceId, UUID paymentId, Percent percent, Money igtf, Money igtfVes, String legalSource) {
        return new IssueFollowUpNote(work).igtf(invoiceId, paymentId, percent, igtf, igtfVes, legalSource);
    }
}
