package com.servistech.erp.rates;

import com.servistech.erp.rates.market.MarketSummary;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * One observation of a rate, with where it comes from.
 *
 * @param base the currency that is priced
 * @param quote VES; BSS for value dates before 2021-10-01, when a bolívar was a millionth of today's
 * @param rate {@code quote} for one unit of {@code base}
 * @param stale whether a newer one should exist: by the banking calendar, or by the hour for a market
 * @param reason why it was entered by hand, or why a person confirmed or refused it; null otherwise
 * @param channel PAGE, XLS, HISTORY, MANUAL, P2P, QUOTE, WITNESS or QUORUM
 * @param state ACCEPTED, SUSPECT, REJECTED, PROVISIONAL or WITNESS, as of now
 * @param doubts why it was not simply accepted
 * @param operationDate the day of its publication, null where unknown
 * @param evidence SHA-256 of what it was read from, null for what was entered by hand
 * @param market both sides of the market, null for official rates
 */
public record RateView(
        UUID id,
        String source,
        String base,
        String quote,
        BigDecimal rate,
        LocalDate valueDate,
        Instant observedAt,
        boolean stale,
        String reason,
        String channel,
        String state,
        List<String> doubts,
        LocalDate operationDate,
        Instant publishedAt,
        String evidence,
        MarketSummary market) {

    public RateView {
        doubts = List.copyOf(doubts);
    }
}
