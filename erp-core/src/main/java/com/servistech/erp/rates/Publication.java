package com.servistech.erp.rates;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What the bank's page says, complete or not at all.
 *
 * @param valueDate the day for which the rates count, not the day on which they were read
 * @param usd VES for one dollar, all published decimals
 * @param eur VES for one euro
 * @param sha256 of the page as it was received
 */
public record Publication(LocalDate valueDate, BigDecimal usd, BigDecimal eur, String sha256) {}
