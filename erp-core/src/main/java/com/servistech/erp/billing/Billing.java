package com.servistech.erp.billing;

import com.servistech.erp.billing.invoice.InvoiceQuery;
import com.servistech.erp.billing.invoice.InvoiceView;
import com.servistech.erp.billing.invoice.Invoices;
import com.servistech.erp.billing.invoice.NewInvoice;
import com.servistech.erp.billing.payment.NewPayment;
import com.servistech.erp.billing.payment.PaymentView;
import com.servistech.erp.billing.payment.Payments;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Work;
import java.util.UUID;

/** The face of billing: what each of its parts does is said there. */
public final class Billing {

    private final Invoices invoices;
    private final Payments payments;

    public Billing(Work work) {
        this.invoices = new Invoices(work);
        this.payments = new Payments(work);
    }

    public InvoiceView issue(NewInvoice input) {
        return invoices.issue(input);
    }

    public InvoiceView get(UUID id) {
        return invoices.get(id);
    }

    public Page<InvoiceView> list(InvoiceQuery query) {
        return invoices.list(query);
    }

    public Money due(UUID invoiceId) {
        return payments.due(invoiceId);
    }

    public PaymentView pay(UUID invoiceId, NewPayment input) {
        return payments.take(invoiceId, input);
    }

    public PaymentView payment(UUID id) {
        return payments.get(id);
    }

    public PaymentView confirm(UUID paymentId) {
        return payments.confirm(paymentId);
    }

    public PaymentView reject(UUID paymentId, String reason) {
        return payments.reject(paymentId, reason);
    }
}
