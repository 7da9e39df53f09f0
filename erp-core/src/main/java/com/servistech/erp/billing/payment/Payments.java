package com.servistech.erp.billing.payment;

import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.UUID;

/** What customers paid on the store's invoices, over one open work. */
public final class Payments {

    private final Work work;
    private final PaymentBook book;

    public Payments(Work work) {
        this.work = work;
        this.book = new PaymentBook(work);
    }

    /** What settles the invoice in bolívares today. */
    public Money due(UUID invoiceId) {
        work.require(Permission.INVOICES_READ);
        return book.due(invoiceId);
    }

    /** @see TakePayment */
    public PaymentView take(UUID invoiceId, NewPayment input) {
        return book.payment(new TakePayment(work).take(invoiceId, input));
    }

    public PaymentView get(UUID id) {
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
