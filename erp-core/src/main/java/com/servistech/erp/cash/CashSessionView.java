package com.servistech.erp.cash;

import com.servistech.erp.money.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * A register's session.
 *
 * @param state OPEN or CLOSED
 */
public record CashSessionView(
        UUID id,
        String register,
        String state,
        UUID openedBy,
        Instant openedAt,
        Money openingUsd,
        Money openingVes,
        Instant closedAt,
        int version) {}
