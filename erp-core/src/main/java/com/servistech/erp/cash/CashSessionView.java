package com.servistech.erp.cash;

import com.servistech.erp.money.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * A register's session. What it should hold is not said while it is open: it is counted blind.
 *
 * @param state OPEN, CLOSED, or AWAITING_APPROVAL: counted, with a difference that a supervisor has yet to accept
 * @param difference counted less expected; null while it is open
 * @param reason of the difference
 * @param approvedBy who accepted the difference, where somebody had to
 */
public record CashSessionView(
        UUID id,
        String register,
        String state,
        UUID openedBy,
        Instant openedAt,
        Money openingUsd,
        Money openingVes,
        UUID closedBy,
        Instant closedAt,
        Amounts expected,
        Amounts counted,
        Amounts difference,
        String reason,
        UUID approvedBy,
        int version) {}
