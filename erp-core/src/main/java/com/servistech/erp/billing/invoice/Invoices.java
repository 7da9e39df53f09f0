package com.servistech.erp.billing.invoice;

import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.UUID;

/** The store's invoices, over one open work. */
public final class Invoices {

    private final Work work;
    private final InvoiceBook book;
    private final Drafts drafts;

    public Invoices(Work work) {
        this.work = work;
        this.book = new InvoiceBook(work);
        this.drafts = new Drafts(work);
    }

    /** @see IssueInvoice */
    public InvoiceView issue(NewInvoice input) {
        return book.invoice(new IssueInvoice(work).issue(input));
    }

    /** @see Drafts */
    public InvoiceView draft(NewInvoice input) {
        return drafts.write(input);
    }

    /** @throws com.servistech.erp.error.Conflict {@code invoices.issued} when it is no draft any more */
    public InvoiceView changeDraft(UUID id, int expectedVersion, NewInvoice input) {
        return drafts.change(id, expectedVersion, input);
    }

    public void discardDraft(UUID id, int expectedVersion) {
        drafts.discard(id, expectedVersion);
    }

    public InvoiceView issueDraft(UUID id) {
        return book.invoice(drafts.issue(id));
    }

    public InvoiceView get(UUID id) {
        work.require(Permission.INVOICES_READ);
        return book.find(id).or(() -> drafts.find(id)).orElseThrow(InvoiceBook::notFound);
    }

    /** Newest first; drafts only when they are asked for. */
    public Page<InvoiceView> list(InvoiceQuery query) {
        work.require(Permission.INVOICES_READ);
        return "DRAFT".equals(query.documentState()) ? drafts.list(query) : book.invoices(query);
    }
}
