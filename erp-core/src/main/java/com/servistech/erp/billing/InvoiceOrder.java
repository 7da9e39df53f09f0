package com.servistech.erp.billing;

import com.servistech.erp.billing.invoice.InvoiceView;
import com.servistech.erp.billing.invoice.Invoices;
import com.servistech.erp.billing.invoice.NewInvoice;
import com.servistech.erp.billing.payment.Payments;
import com.servistech.erp.tenancy.Work;
import java.util.UUID;
import java.util.function.Supplier;

/** Issues an invoice and lets the deposits of its order settle it, in one transaction. */
final class InvoiceOrder {

    private final Invoices invoices;
    private final Payments payments;

    InvoiceOrder(Work work) {
        this.invoices = new Invoices(work);
        this.payments = new Payments(work);
    }

    InvoiceView issue(NewInvoice input) {
        if (input.orderId() == null) {
            return invoices.issue(input);
        }
        return settled(input.orderId(), () -> invoices.issue(input));
    }

    InvoiceView issueDraft(UUID id) {
        UUID order = invoices.get(id).orderId();
        return order == null ? invoices.issueDraft(id) : settled(order, () -> invoices.issueDraft(id));
    }

    private InvoiceView settled(UUID order, Supplier<InvoiceView> issue) {
        // the order is locked before its parts are: documents, then stock
        payments.holdOrder(order);
        InvoiceView invoice = issue.get();
        payments.applyDeposits(order, invoice.id());
        return invoices.get(invoice.id());
    }
}
