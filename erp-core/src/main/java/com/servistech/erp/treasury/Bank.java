package com.servistech.erp.treasury;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A bank of Venezuela.
 *
 * @param code four digits, the first four of its accounts
 * @param validTo the last day on which the code was good; null while it is
 */
public record Bank(UUID id, String code, String name, LocalDate validFrom, LocalDate validTo) {}
