package com.servistech.erp.commissions.decision;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A share or an amount as it was decided.
 *
 * @param rate percent, for a UNIT dollars
 * @param validFrom null for a standard, which holds where nothing was decided
 */
public record RuleView(
        UUID id,
        String basis,
        String role,
        UUID personId,
        BigDecimal rate,
        LocalDate validFrom,
        LocalDate validTo,
        String reason,
        UUID decidedBy,
        Instant decidedAt) {}
