package com.servistech.erp.rates;

import com.servistech.erp.money.Currency;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One observation of a rate.
 *
 * @param rate {@code quote} for one unit of {@code base}
 * @param stale whether a newer one should exist by the banking calendar
 * @param reason why it was entered by hand; null otherwise
 */
public record RateView(
        UUID id,
        String source,
        Currency base,
        Currency quote,
        BigDecimal rate,
        LocalDate valueDate,
        Instant observedAt,
        boolean stale,
        String reason) {}
