package com.servistech.erp.billing.payment;

import java.util.UUID;

/**
 * A payment as it was written down.
 *
 * @param invoiceId null for a deposit
 * @param orderId null for a payment on an invoice
 * @param account code of the ledger account that it goes to
 * @param session null unless it is cash
 * @param decision null while it is reported
 */
record StoredPayment(
        UUID id,
        UUID invoiceId,
        UUID orderId,
        UUID customerId,
        String method,
        Tender tender,
        String account,
        UUID creditId,
        UUID session,
        String decision,
        boolean reversed) {

    boolean isDeposit() {
        return orderId != null;
    }
}
