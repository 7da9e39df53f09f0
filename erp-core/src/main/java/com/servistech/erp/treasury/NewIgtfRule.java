package com.servistech.erp.treasury;

import java.time.LocalDate;

/**
 * From a day on an instrument causes IGTF, or does not.
 *
 * @param validFrom null for today
 * @param legalSource the text that says so
 */
public record NewIgtfRule(boolean causes, LocalDate validFrom, String legalSource) {}
