package com.servistech.erp.billing.payment;

import com.servistech.erp.customers.Customers;
import com.servistech.erp.money.Money;
import com.servistech.erp.repairs.Repairs;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.List;
import java.util.UUID;

/** What customers paid on the store's invoices and orders, over one open work. */
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

    /** @see PreviewPayment */
    public PaymentPreview preview(UUID invoiceId, NewPayment input, Money principal) {
        return new PreviewPayment(work).preview(invoiceId, input, principal);
    }

    /** @see TakePayment */
    public PaymentView take(UUID invoiceId, NewPayment input) {
        return book.payment(new TakePayment(work).take(invoiceId, input));
    }

    public PaymentView get(UUID id) {
        work.require(Permission.INVOICES_READ);
        return book.payment(id);
    }

    /** Newest first, deposits that were applied to it among them. */
    public Page<PaymentView> ofInvoice(UUID invoiceId, Page.Request page) {
        work.require(Permission.INVOICES_READ);
        new InvoiceDebts(work).read(invoiceId);
        return book.ofInvoice(invoiceId, page);
    }

    /** Those that wait for somebody to see them arrive, newest first. */
    public Page<PaymentView> reported(Page.Request page) {
        work.require(Permission.INVOICES_READ);
        return book.reported(page);
    }

    /** @see ConfirmPayment */
    public PaymentView confirm(UUID paymentId) {
        new ConfirmPayment(work).confirm(paymentId);
        return book.payment(paymentId);
    }

    /** @see RejectPayment */
    public PaymentView reject(UUID paymentId, String reason) {
        new RejectPayment(work).reject(paymentId, reason);
        return book.payment(paymentId);
    }

    /** @see ReversePayment */
    public PaymentView reverse(UUID paymentId, String reason) {
        new ReversePayment(work).reverse(paymentId, reason);
        return book.payment(paymentId);
    }

    /** @see TakeDeposit */
    public PaymentView deposit(UUID orderId, NewPayment input) {
        return book.payment(new TakeDeposit(work).take(orderId, input));
    }

    /** Deposits on an order, newest first. */
    public Page<PaymentView> ofOrder(UUID orderId, Page.Request page) {
        work.require(Permission.INVOICES_READ);
        new Repairs(work).requireKnown(orderId);
        return book.ofOrder(orderId, page);
    }

    /** For who invoices an order: keeps deposits off until the transaction ends. Before stock is touched. */
    public void holdOrder(UUID orderId) {
        new Deposits(work).hold(orderId);
    }

    /** For who invoiced an order that is held: its deposits settle the invoice, each at its own rate. */
    public void applyDeposits(UUID orderId, UUID invoiceId) {
        new Deposits(work).apply(orderId, invoiceId);
    }

    /** What the shop owes a customer, oldest first. */
    public List<Credit> credits(UUID customerId) {
        work.require(Permission.INVOICES_READ);
        new Customers(work).get(customerId);
        return new Credits(work).of(customerId);
    }

    /** For {@code refund}, after it has posted: what is given back stays with the shop as the customer's credit. */
    public void leaveCredit(UUID customerId, Money amount, Money ves, UUID refundId) {
        new Credits(work).arise(customerId, amount, ves, "REFUND", refundId, null);
    }
}
