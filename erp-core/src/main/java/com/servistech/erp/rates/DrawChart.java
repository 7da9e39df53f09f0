package com.servistech.erp.rates;

import com.servistech.erp.error.Invalid;
import com.servistech.erp.rates.RateChart.Point;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** The points of a chart in one statement: per value date what counts now. */
final class DrawChart {

    private static final int LONGEST_YEARS = 5;

    private final Work work;

    DrawChart(Work work) {
        this.work = work;
    }

    RateChart draw(String source, Quoted base, LocalDate from, LocalDate to) {
        work.require(Permission.RATES_READ);
        if (to.isBefore(from) || from.plusYears(LONGEST_YEARS).isBefore(to)) {
            throw Invalid.at("/from", "rates.range", "From a day up to a later one, at most five years");
        }
        List<Point> points = work.sql()
                .list(
                        row -> new Point(row.date("value_date"), row.decimal("rate")),
                        "select distinct on (value_date) value_date, rate from erp.rate_book where source = ? and base = ?"
                                + " and value_date between ? and ? and standing = 'ACCEPTED' and denomination = 'VES'"
                                + " order by value_date, counts_since desc, id desc",
                        source,
                        base.code(),
                        from,
                        to);
        Comparator<BigDecimal> natural = Comparator.naturalOrder();
        return new RateChart(
                source,
                base.code(),
                "VES",
                points,
                points.stream().map(Point::rate).min(natural).orElse(null),
                points.stream().map(Point::rate).max(natural).orElse(null),
                change(points));
    }

    private static BigDecimal change(List<Point> points) {
        if (points.size() < 2) {
            return null;
        }
        BigDecimal first = points.get(0).rate();
        BigDecimal last = points.get(points.size() - 1).rate();
        return last.subtract(first)
                .divide(first, MathContext.DECIMAL64)
                .movePointRight(2)
                .setScale(2, RoundingMode.HALF_UP);
    }
}
