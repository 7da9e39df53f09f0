package com.servistech.erp.stores;

import java.time.LocalDate;

/**
 * A switch that an issuer sets.
 *
 * @param validFrom today or later: documents that exist keep what they were issued under
 * @param legalSource the law, the notice or the decision that it follows
 */
public record NewPolicy(Policy policy, String value, LocalDate validFrom, String legalSource) {}
