package com.servistech.erp.commissions.decision;

import com.servistech.erp.commissions.rule.Basis;
import com.servistech.erp.tenancy.Role;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A share or an amount to be decided.
 *
 * @param role whom it is for; with personId null as well it is for everybody
 * @param personId whom it is for; counts before what is decided for the role
 * @param rate percent, for a UNIT dollars
 * @param validFrom the first day of delivery that it holds for, today or later
 * @param validTo the last one, null for ever
 */
public record NewRule(
        Basis basis,
        Role role,
        UUID personId,
        BigDecimal rate,
        LocalDate validFrom,
        LocalDate validTo,
        String reason) {}
