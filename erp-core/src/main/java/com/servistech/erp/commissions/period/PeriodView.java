package com.servistech.erp.commissions.period;

import java.time.Instant;
import java.util.UUID;

/**
 * A month and how far it is.
 *
 * @param state OPEN, CALCULATED, APPROVED, PAID or CLOSED; OPEN is a month that was never calculated
 * @param calculatedBy the last one whose settlement added something; null for the schedule
 * @param approvals how often it was approved: more than once when it was reopened
 */
public record PeriodView(
        UUID id,
        String period,
        String state,
        UUID calculatedBy,
        Instant calculatedAt,
        int approvals,
        UUID approvedBy,
        Instant approvedAt,
        UUID reopenedBy,
        Instant reopenedAt,
        String reopenReason,
        UUID closedBy,
        Instant closedAt,
        int version) {

    /** Approved, paid or closed: it takes no further commission. */
    public boolean isFrozen() {
        return !state.equals("OPEN") && !state.equals("CALCULATED");
    }
}
