package com.servistech.erp.rates;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the bank published for one value date: dollar and euro or nothing, and whatever else it quotes.
 *
 * @param valueDate the day for which the rates count (fecha valor), not the day on which they were read
 * @param rates VES for one unit, all published decimals; has USD and EUR
 * @param doubts what does not fit together, in words; empty when all does
 * @param operationDate the banking day on which it was published, null where the source does not say
 * @param publishedAt null where the source does not say
 */
public record Publication(
        LocalDate valueDate,
        SortedMap<Quoted, BigDecimal> rates,
        List<String> doubts,
        LocalDate operationDate,
        Instant publishedAt) {

    public Publication {
        Objects.requireNonNull(valueDate, "valueDate");
        rates = Collections.unmodifiableSortedMap(new TreeMap<>(rates));
        doubts = List.copyOf(doubts);
        if (!rates.containsKey(Quoted.USD) || !rates.containsKey(Quoted.EUR)) {
            throw new IllegalArgumentException("a publication has dollar and euro, or it is none");
        }
        rates.forEach(Publication::refuseUnlessARate);
        if (operationDate != null && !operationDate.isBefore(valueDate)) {
            throw new IllegalArgumentException(
                    "published on %s for %s: a rate counts from a later day on".formatted(operationDate, valueDate));
        }
    }

    /** As the page shows it: without saying when it was published. */
    public static Publication of(LocalDate valueDate, Map<Quoted, BigDecimal> rates, List<String> doubts) {
        return new Publication(valueDate, new TreeMap<>(rates), doubts, null, null);
    }

    public BigDecimal usd() {
        return rates.get(Quoted.USD);
    }

    public BigDecimal eur() {
        return rates.get(Quoted.EUR);
    }

    public Optional<LocalDate> operation() {
        return Optional.ofNullable(operationDate);
    }

    private static void refuseUnlessARate(Quoted base, BigDecimal rate) {
        if (rate.signum() <= 0 || rate.stripTrailingZeros().scale() > 8) {
            throw new IllegalArgumentException(
                    "%s %s: a rate is above zero with at most 8 decimals".formatted(base, rate.toPlainString()));
        }
    }
}
