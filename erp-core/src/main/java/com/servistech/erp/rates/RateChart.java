package com.servistech.erp.rates;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * The course of a rate: what counted on each value date, oldest first.
 *
 * @param change of the last against the first in percent, two decimals; null with fewer than two points
 */
public record RateChart(
        String source,
        String base,
        String quote,
        List<Point> points,
        BigDecimal lowest,
        BigDecimal highest,
        BigDecimal change) {

    /** One value date. */
    public record Point(LocalDate valueDate, BigDecimal rate) {}

    public RateChart {
        points = List.copyOf(points);
    }
}
