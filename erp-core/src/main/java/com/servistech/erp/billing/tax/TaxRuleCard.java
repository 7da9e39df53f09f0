package com.servistech.erp.billing.tax;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One percentage of the law as it stands on a day.
 *
 * @param tax GENERAL, REDUCED, LUXURY, EXEMPT or IGTF
 * @param component what of the tax it is: a luxury good has GENERAL and ADDITIONAL
 * @param code as documents and books write it: G, R, A, E
 */
public record TaxRuleCard(
        String tax, String component, String code, BigDecimal percent, LocalDate validFrom, String legalSource) {}
