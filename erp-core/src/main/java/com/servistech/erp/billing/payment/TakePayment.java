package com.servistech.erp.billing.payment;

import com.servistech.erp.cash.Drawer;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.events.Outbox;
import com.servistech.erp.stores.IssuerCard;
import com.servistech.erp.stores.StoreCard;
import com.servistech.erp.stores.Stores;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import com.servistech.erp.treasury.Family;
import java.util.Map;
import java.util.UUID;

/**
 * Takes what a customer pays. Cash, vouchers and credit count at once; what comes by bank is reported until somebody saw
 * it arrive, and what a customer withheld until the voucher is there. Locks the invoice, then the drawer, so that however many pay at once none pays too much.
 */
final class TakePayment {

    private final Work work;
    private final InvoiceDebts debts;
    private final PaymentRows rows;

    TakePayment(Work work) {
        this.work = work;
        this.debts = new InvoiceDebts(work);
        this.rows = new PaymentRows(work);
    }

    /**
     * @throws Conflict {@code invoices.paid}, {@code invoices.credited}, {@code payments.reference-used}, {@code payments.method-not-available},
     *     {@code payments.retention-taken}, {@code cash.no-open-session}, {@code cash.not-enough},
     *     {@code credits.not-enough}, {@code rates.missing}
     */
    UUID take(UUID invoiceId, NewPayment input) {
        work.require(Permission.PAYMENTS_TAKE);
        Owed owed = debts.lock(invoiceId);
        StoreCard store = new Stores(work).current();
        IssuerCard issuer = store.issuer();
        Planned planned = new PlanPayment(work).forInvoice(input, owed, issuer);
        requireConfirmer(input, planned, work);
        InvoiceDebts.requireOpen(owed);
        UUID session = planned.method().isCash() ? new Drawer(work).sessionFor(input.registerId()) : null;
        new References(work).take(issuer.id(), planned, input.data(), owed.customerDocument());
        PaymentRows.Target target =
                new PaymentRows.Target(invoiceId, null, owed.customerId(), issuer.id(), owed.customerDocument());
        if (planned.method().family() == Family.VOUCHER && input.data().voucherNumber() != null) {
            new Retention(work).arrived(invoiceId, input.data().voucherNumber());
        }
        UUID id = rows.insert(target, planned, input, session, new Receipts(work).ofLateIgtf(planned, owed, store));
        if (countsAtOnce(planned, input)) {
            new SettlePayment(work).onInvoice(rows.get(id), owed);
        }
        announce(work, id, input);
        return id;
    }

    static void requireConfirmer(NewPayment input, Planned planned, Work work) {
        if (input.confirm() && planned.method().family() == Family.ELECTRONIC) {
            work.require(Permission.PAYMENTS_CONFIRM);
        }
    }

    static boolean countsAtOnce(Planned planned, NewPayment input) {
        return switch (planned.method().family()) {
            case ELECTRONIC -> input.confirm();
            case VOUCHER -> input.data().voucherNumber() != null;
            default -> true;
        };
    }

    static void announce(Work work, UUID id, NewPayment input) {
        new Outbox(work)
                .add(
                        "payments.taken",
                        id,
                        Map.of(
                                "method",
                                input.method(),
                                "amount",
                                input.amount().toString()));
    }
}
