package com.servistech.erp.sdk.rates;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** The rate that a document of a business day must use, and why that one. */
public final class EffectiveRate extends Model {

    private EffectiveRate(JsonView view) {
        super(view);
    }

    public static EffectiveRate over(JsonView view) {
        return new EffectiveRate(view);
    }

    public UUID id() {
        return view().uuid("id");
    }

    public String source() {
        return view().string("source");
    }

    public String base() {
        return view().string("base");
    }

    public BigDecimal rate() {
        return view().decimal("rate");
    }

    /** The business day that was asked about. */
    public LocalDate day() {
        return view().day("day");
    }

    /** The value date that the issuer's rule names for it. */
    public LocalDate due() {
        return view().day("due");
    }

    /** The value date that was taken: an earlier one when provisional. */
    public LocalDate valueDate() {
        return view().day("valueDate");
    }

    public boolean provisional() {
        return view().flag("provisional");
    }

    /** VALUE_DATE, NEXT_BANKING_DAY, LATEST_EFFECTIVE, QUORUM or LAST_KNOWN. */
    public String basis() {
        return view().string("basis");
    }

    /** Why, in English. */
    public String reason() {
        return view().string("reason");
    }

    /** Why, in Spanish. */
    public String reasonEs() {
        return view().string("reasonEs");
    }
}
