package com.servistech.erp.sdk.rates;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;
import java.time.LocalDate;
import java.util.Optional;

/** Whether the official rate is as new as it should be. */
public final class RateFreshness extends Model {

    private RateFreshness(JsonView view) {
        super(view);
    }

    public static RateFreshness over(JsonView view) {
        return new RateFreshness(view);
    }

    /** FRESH, LATE or MISSING. */
    public String level() {
        return view().string("level");
    }

    /** The newest value date that is known; empty when none is. */
    public Optional<LocalDate> valueDate() {
        return view().optional("valueDate", view()::day);
    }

    /** The value date that should be known by now. */
    public LocalDate expected() {
        return view().day("expected");
    }
}
