package com.servistech.erp.cash;

import com.servistech.erp.money.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * One movement in a drawer.
 *
 * @param amount out of the drawer when negative
 * @param documentId the payment, expense or session that is the reason
 * @param entryId the entry of the books that it is in
 */
public record CashMovementView(
        UUID id, CashMovementKind kind, Money amount, UUID documentId, UUID entryId, UUID movedBy, Instant at) {}
