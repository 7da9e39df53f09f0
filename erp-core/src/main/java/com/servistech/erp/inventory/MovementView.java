package com.servistech.erp.inventory;

import com.servistech.erp.money.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * A line of the stock ledger.
 *
 * @param onHand what was there after it
 * @param value signed like the quantity: what it added to the value of the stock
 * @param valueVes the same in bolívares
 * @param unitCost what one of them was worth, with shipping, operation and warranty fund, rounded to cents
 * @param paidCost what a supplier was paid for one; null when none was
 * @param referenceId the document that moved it, null for none
 */
public record MovementView(
        UUID id,
        UUID partId,
        MovementKind kind,
        int quantity,
        int onHand,
        Money value,
        Money valueVes,
        Money unitCost,
        Money paidCost,
        String reason,
        UUID referenceId,
        UUID orderId,
        UUID movedBy,
        Instant movedAt) {}
