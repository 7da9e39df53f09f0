package com.servistech.erp.sdk.rates;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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

    /** ACCEPTED, SUSPECT, REJECTED, PROVISIONAL or WITNESS. */
    public String state() {
        return view().string("state");
    }

    /** Through which door of the source it came: PAGE, XLS, HISTORY, MANUAL, P2P, QUOTE... */
    public String channel() {
        return view().string("channel");
    }

    /** Why it was not simply accepted, in words. */
    public List<String> doubts() {
        return view().strings("doubts");
    }

    /** SHA-256 of what it was read from; empty for what was entered by hand. */
    public Optional<String> evidence() {
        return view().optional("evidence", view()::string);
    }

    /** Whether it is older than it should be. */
    public Optional<Boolean> stale() {
        return view().optional("stale", view()::flag);
    }
}
