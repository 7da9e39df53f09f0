package com.servistech.erp.stores;

import java.time.LocalDate;

/**
 * One switch of an issuer on a day.
 *
 * @param validFrom since when the issuer has it; null where the default holds
 * @param legalSource who says so
 */
public record PolicyCard(Policy policy, String value, LocalDate validFrom, String legalSource) {}
