package com.servistech.erp.billing.tax;

import com.servistech.erp.money.Percent;
import java.time.LocalDate;

/**
 * One dated rule of the law.
 *
 * @param name GENERAL, ADDITIONAL...: a luxury good has two, the others one
 * @param since the day from which the rule holds
 * @param legalSource where it stands
 */
public record TaxComponent(String name, Percent percent, LocalDate since, String legalSource) {}
