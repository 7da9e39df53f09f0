package com.servistech.erp.billing.payment;

import com.servistech.erp.error.Invalid;
import com.servistech.erp.events.Outbox;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.Map;
import java.util.UUID;

/** The money of a reported payment never came: nothing is posted, its reference is free again. */
final class RejectPayment {

    private static final int LONGEST_REASON = 400;

    private final Work work;

    RejectPayment(Work work) {
        this.work = work;
    }

    /** @throws com.servistech.erp.error.Conflict {@code payments.decided} */
    void reject(UUID id, String reason) {
        work.require(Permission.PAYMENTS_CONFIRM);
        PaymentRows rows = new PaymentRows(work);
        StoredPayment found = rows.get(id);
        String why = reason(reason);
        if (found.isDeposit()) {
            new Deposits(work).hold(found.orderId());
        } else {
            new InvoiceDebts(work).lock(found.invoiceId());
        }
        if (rows.get(id).decision() != null) {
            throw ConfirmPayment.decided();
        }
        rows.rejected(id, why);
        new References(work).free(id);
        new Outbox(work).add("payments.rejected", id, Map.of());
    }

    static String reason(String reason) {
        if (reason.strip().length() < 5 || reason.length() > LONGEST_REASON) {
            throw Invalid.at("/reason", "text.length", "Say why in 5 to " + LONGEST_REASON + " characters");
        }
        return reason.strip();
    }
}
