package com.servistech.erp.sdk.rates;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** One published rate: how many bolívares one unit of the base currency costs. */
public final class Rate extends Model {

    private Rate(JsonView view) {
        super(view);
    }

    public static Rate over(JsonView view) {
        return new Rate(view);
    }

    public UUID id() {
        return view().uuid("id");
    }

    /** BCV, BINANCE or MANUAL. */
    public String source() {
        return view().string("source");
    }

    public String base() {
        return view().string("base");
    }

    public String quote() {
        return view().string("quote");
    }

    public BigDecimal rate() {
        return view().decimal("rate");
    }

    /** The business day for which it counts. */
    public LocalDate valueDate() {
        return view().day("valueDate");
    }

    public Instant observedAt() {
        return view().instant("observedAt");
    }

    /** Whether it is older than it should be. */
    public Optional<Boolean> stale() {
        return view().optional("stale", view()::flag);
    }
}
