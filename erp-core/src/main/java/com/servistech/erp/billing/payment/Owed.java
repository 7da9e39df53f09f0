package com.servistech.erp.billing.payment;

import com.servistech.erp.money.Money;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An invoice as payments see it.
 *
 * @param rateId the observation of its own rate
 * @param documentsExchange whether a difference between the rates of issue and payment becomes a fiscal note
 * @param asked its total with debit notes and less credit notes
 * @param ivaVes its IVA in bolívares, of which customers withhold a part
 * @param ivaWithNotesVes the same with that of its debit notes and less that of its credit notes
 */
record Owed(
        UUID invoiceId,
        UUID customerId,
        String customerDocument,
        UUID issuerId,
        UUID rateId,
        LocalDate businessDay,
        boolean documentsExchange,
        String status,
        Debt debt,
        Money asked,
        Money ivaVes,
        Money ivaWithNotesVes) {}
