package com.servistech.erp.sdk.rates;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The course of a rate: what counted on each value date, oldest first. */
public final class RateChart extends Model {

    /** One value date. */
    public static final class Point extends Model {

        private Point(JsonView view) {
            super(view);
        }

        public LocalDate valueDate() {
            return view().day("valueDate");
        }

        public BigDecimal rate() {
            return view().decimal("rate");
        }
    }

    private RateChart(JsonView view) {
        super(view);
    }

    public static RateChart over(JsonView view) {
        return new RateChart(view);
    }

    public List<Point> points() {
        return view().objects("points").stream().map(Point::new).toList();
    }

    /** Of the last point against the first, in percent; empty with fewer than two. */
    public Optional<BigDecimal> change() {
        return view().optional("change", view()::decimal);
    }
}
