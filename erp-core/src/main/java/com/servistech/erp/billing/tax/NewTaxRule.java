package com.servistech.erp.billing.tax;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What the law says from a day on.
 *
 * @param component of a tax that there is
 * @param validFrom later than every document of the chain
 * @param legalSource the law and its gazette
 */
public record NewTaxRule(String tax, String component, BigDecimal percent, LocalDate validFrom, String legalSource) {}
