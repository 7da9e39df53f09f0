package com.servistech.erp.rates;

import com.servistech.erp.rates.EffectiveRule.WeekendPolicy;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The rate that a document of a business day must use, and why that one.
 *
 * @param id the observation
 * @param day the business day that was asked about
 * @param due the value date that the rule names for it
 * @param valueDate the value date that was taken: {@code due}, or an earlier one when provisional
 * @param provisional it is not the bank's own word for the due value date
 * @param basis VALUE_DATE, NEXT_BANKING_DAY, LATEST_EFFECTIVE, QUORUM or LAST_KNOWN
 * @param policy the issuer's rule for days without banks
 * @param reason why, in English
 * @param reasonEs why, in Spanish
 */
public record EffectiveRate(
        UUID id,
        String source,
        String base,
        String quote,
        BigDecimal rate,
        LocalDate day,
        LocalDate due,
        LocalDate valueDate,
        Instant observedAt,
        boolean provisional,
        String basis,
        WeekendPolicy policy,
        String reason,
        String reasonEs) {}
