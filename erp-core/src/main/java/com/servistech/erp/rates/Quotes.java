package com.servistech.erp.rates;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** What another source says that the bank published. */
public record Quotes(List<Quote> quotes) {

    /** VES for one unit, for one value date. */
    public record Quote(Quoted base, LocalDate valueDate, BigDecimal rate) {

        public Quote {
            Objects.requireNonNull(base, "base");
            Objects.requireNonNull(valueDate, "valueDate");
            if (rate.signum() <= 0 || rate.stripTrailingZeros().scale() > 8) {
                throw new IllegalArgumentException("no rate: " + rate.toPlainString());
            }
        }
    }

    public Quotes {
        quotes = List.copyOf(quotes);
    }
}
