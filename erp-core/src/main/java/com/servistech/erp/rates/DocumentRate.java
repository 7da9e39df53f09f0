package com.servistech.erp.rates;

import com.servistech.erp.money.Currency;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The rate that a document carries for ever.
 *
 * @param id the observation it comes from
 * @param provisional the rate of the day was not known; the last known one was taken by the issuer's policy
 * @param reason why this rate, in a sentence for the document's explanation
 */
public record DocumentRate(
        UUID id,
        String source,
        Currency base,
        BigDecimal rate,
        LocalDate valueDate,
        Instant observedAt,
        boolean provisional,
        String reason) {}
