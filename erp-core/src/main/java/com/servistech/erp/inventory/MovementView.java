package com.servistech.erp.inventory;

import com.servistech.erp.money.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * A line of the stock ledger.
 *
 * @param onHand what was there after it
 * @param referenceId the document that moved it, null for none
 */
public record MovementView(
        UUID id,
        UUID partId,
        MovementKind kind,
        int quantity,
        int onHand,
        Money unitCost,
        String reason,
        UUID referenceId,
        UUID orderId,
        UUID movedBy,
        Instant movedAt) {}
