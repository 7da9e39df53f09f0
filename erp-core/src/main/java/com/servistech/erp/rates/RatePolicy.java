package com.servistech.erp.rates;

import com.servistech.erp.rates.EffectiveRule.WeekendPolicy;
import java.time.LocalDate;

/**
 * Which rate the documents of an issuer take, from a day on.
 *
 * @param effectiveFrom null for the issuer's own setting
 * @param weekend what counts while banks are closed
 * @param refusesWhenMissing no document without the official rate of its day; otherwise the best known one is taken and
 *     the document is marked
 * @param reason who decided it; null for the issuer's own setting
 */
public record RatePolicy(LocalDate effectiveFrom, WeekendPolicy weekend, boolean refusesWhenMissing, String reason) {}
