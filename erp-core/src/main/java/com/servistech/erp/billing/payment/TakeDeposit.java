package com.servistech.erp.billing.payment;

import com.servistech.erp.cash.Drawer;
import com.servistech.erp.customers.Customers;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.repairs.OrderStatus;
import com.servistech.erp.repairs.OrderView;
import com.servistech.erp.repairs.Repairs;
import com.servistech.erp.stores.Policies;
import com.servistech.erp.stores.Policy;
import com.servistech.erp.stores.StoreCard;
import com.servistech.erp.stores.Stores;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.UUID;

/**
 * Takes money for an order before it is invoiced (abono): with a receipt of its own number, applied to the invoice at its
 * own rate once there is one. Source: switch DEPOSIT_DOCUMENT, value RECEIPT_UNTIL_INVOICE.
 */
final class TakeDeposit {

    private final Work work;
    private final PaymentRows rows;

    TakeDeposit(Work work) {
        this.work = work;
        this.rows = new PaymentRows(work);
    }

    /**
     * @throws Conflict {@code deposits.order-invoiced} once there is an invoice to pay, {@code orders.closed} for a
     *     cancelled order, {@code deposits.invoice-required} where the issuer invoices every payment, and as payments
     */
    UUID take(UUID orderId, NewPayment input) {
        work.require(Permission.PAYMENTS_TAKE);
        OrderView order = new Repairs(work).get(orderId);
        new Deposits(work).hold(orderId);
        StoreCard store = new Stores(work).current();
        Planned planned = new PlanPayment(work).forOrder(input, order.customerId(), store.issuer());
        TakePayment.requireConfirmer(input, planned, work);
        refuseWhereAnInvoiceIsDue(order, store);
        UUID session = planned.method().isCash() ? new Drawer(work).sessionFor(input.registerId()) : null;
        new References(work).take(store.issuer().id(), planned, input.data(), "");
        String document = new Customers(work).get(order.customerId()).document();
        PaymentRows.Target target = new PaymentRows.Target(
                null, orderId, order.customerId(), store.issuer().id(), document);
        UUID id = rows.insert(target, planned, input, session, new Receipts(work).next(store));
        if (TakePayment.countsAtOnce(planned, input)) {
            new SettlePayment(work).onOrder(rows.get(id));
        }
        TakePayment.announce(work, id, input);
        return id;
    }

    private void refuseWhereAnInvoiceIsDue(OrderView order, StoreCard store) {
        if (order.status() == OrderStatus.CANCELLED) {
            throw new Conflict("orders.closed", "The order " + order.number() + " is cancelled");
        } else if (new InvoiceDebts(work).invoiceOf(order.id()).isPresent()) {
            throw new Conflict("deposits.order-invoiced", "This order has an invoice: pay that");
        }
        String document =
                new Policies(work).on(work.today(), store.issuer().id()).of(Policy.DEPOSIT_DOCUMENT);
        if (document.equals("INVOICE_PER_PAYMENT")) {
            throw new Conflict(
                    "deposits.invoice-required", "This issuer invoices what it receives: issue an invoice for it");
        }
    }
}
