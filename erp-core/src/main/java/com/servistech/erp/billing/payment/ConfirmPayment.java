package com.servistech.erp.billing.payment;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import com.servistech.erp.treasury.Family;
import java.util.UUID;

/**
 * The money of a reported payment was seen to arrive. If the invoice was settled meanwhile, all of it becomes the
 * customer's credit: the money is there, whatever it was meant for.
 */
final class ConfirmPayment {

    private final Work work;
    private final PaymentRows rows;

    ConfirmPayment(Work work) {
        this.work = work;
        this.rows = new PaymentRows(work);
    }

    /** @throws Conflict {@code payments.decided}, {@code payments.voucher-missing} for a retention without its voucher */
    void confirm(UUID id) {
        work.require(Permission.PAYMENTS_CONFIRM);
        StoredPayment found = rows.get(id);
        if (found.isDeposit()) {
            Deposits deposits = new Deposits(work);
            deposits.hold(found.orderId());
            new SettlePayment(work).onOrder(undecided(id));
            new InvoiceDebts(work)
                    .invoiceOf(found.orderId())
                    .ifPresent(invoice -> deposits.apply(found.orderId(), invoice));
        } else {
            Owed owed = new InvoiceDebts(work).lock(found.invoiceId());
            if (found.tender().family() == Family.VOUCHER) {
                throw new Conflict(
                        "payments.voucher-missing",
                        "Take the retention with the number of its voucher once that is there");
            }
            new SettlePayment(work).onInvoice(undecided(id), owed);
        }
    }

    /** Read again under the lock of its invoice or order. */
    private StoredPayment undecided(UUID id) {
        StoredPayment payment = rows.get(id);
        if (payment.decision() != null) {
            throw decided();
        }
        return payment;
    }

    static Conflict decided() {
        return new Conflict("payments.decided", "This payment was confirmed or rejected already");
    }
}
