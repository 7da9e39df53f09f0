package com.servistech.erp.billing;

import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.UUID;

/** Invoices and payments of the store. */
public final class Billing {

    private final Work work;
    private final InvoiceBook book;

    public Billing(Work work) {
        this.work = work;
        this.book = new InvoiceBook(work);
    }

    public InvoiceView issue(NewInvoice input) {
        return book.invoice(new IssueInvoice(work).issue(input));
    }

    public InvoiceView get(UUID id) {
        work.require(Permission.INVOICES_READ);
        return book.invoice(id);
    }

    /** What settles the invoice in bolívares today. */
    public Money due(UUID invoiceId) {
        work.require(Permission.INVOICES_READ);
        return book.due(invoiceId);
    }

    /** Newest first. */
    public Page<InvoiceView> list(InvoiceQuery query) {
        work.require(Permission.INVOICES_READ);
        return book.invoices(query);
    }

    public PaymentView pay(UUID invoiceId, NewPayment input) {
        return book.payment(new TakePayment(work).take(invoiceId, input));
    }

    public PaymentView payment(UUID id) {
        work.require(Permission.INVOICES_READ);
        return book.payment(id);
    }

    /** The money of a reported payment was seen to arrive. */
    public PaymentView confirm(UUID paymentId) {
        work.require(Permission.PAYMENTS_CONFIRM);
        new DecidePayment(work).confirm(paymentId);
        return book.payment(paymentId);
    }

    public PaymentView reject(UUID paymentId, String reason) {
        work.require(Permission.PAYMENTS_CONFIRM);
        new DecidePayment(work).reject(paymentId, reason);
        return book.payment(paymentId);
    }
}
