package com.servistech.erp.commissions;

import com.servistech.erp.money.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * What somebody earned, or what corrects it.
 *
 * @param period year and month in Caracas
 * @param inputs the figures it was computed from, as JSON
 */
public record CommissionEntry(
        UUID id,
        String kind,
        UUID orderId,
        UUID personId,
        Money amount,
        Instant earnedAt,
        String period,
        String inputs) {}
