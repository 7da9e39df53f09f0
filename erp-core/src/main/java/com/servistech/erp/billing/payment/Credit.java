package com.servistech.erp.billing.payment;

import com.servistech.erp.money.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * What the shop owes a customer of an overpayment, a deposit or a refund.
 *
 * @param remaining what is left of the amount
 * @param origin OVERPAYMENT, DEPOSIT or REFUND
 * @param originId the payment or the credit note
 * @param method how the money came, where no IGTF was perceived on it yet; else null
 */
public record Credit(
        UUID id,
        UUID customerId,
        Money amount,
        Money remaining,
        String origin,
        UUID originId,
        String method,
        Instant createdAt) {}
