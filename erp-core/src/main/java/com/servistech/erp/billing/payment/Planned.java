package com.servistech.erp.billing.payment;

import com.servistech.erp.treasury.PaymentMethod;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A payment as it would be written down.
 *
 * @param rateId the observation of the rate that it keeps
 * @param account code of the ledger account that it goes to
 * @param accountId of the shop's account; null where it said none
 * @param creditId which credit it uses; null for other families
 */
record Planned(
        PaymentMethod method,
        Tender tender,
        UUID rateId,
        LocalDate paidOn,
        String account,
        UUID accountId,
        UUID creditId) {}
