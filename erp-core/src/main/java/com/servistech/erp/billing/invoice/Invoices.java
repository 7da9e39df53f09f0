package com.servistech.erp.billing.invoice;

import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.UUID;

/** The store's invoices, over one open work. */
public final class Invoices {

    private final Work work;
    private final InvoiceBook book;

    public Invoices(Work work) {
        this.work = work;
        this.book = new InvoiceBook(work);
    }

    /** @see IssueInvoice */
    public InvoiceView issue(NewInvoice input) {
        return book.invoice(new IssueInvoice(work).issue(input));
    }

    public InvoiceView get(UUID id) {
        work.require(Permission.INVOICES_READ);
        return book.invoice(id);
    }

    /** Newest first. */
    public Page<InvoiceView> list(InvoiceQuery query) {
        work.require(Permission.INVOICES_READ);
        return book.invoices(query);
    }
}
