package com.servistech.erp.rates;

import com.servistech.erp.money.Currency;
import com.servistech.erp.tenancy.Page;
import java.time.LocalDate;

/** Which observations; a null condition does not restrict. */
public record RateQuery(String source, String base, String state, LocalDate from, LocalDate to, Page.Request page) {

    public RateQuery(String source, Currency base, LocalDate from, LocalDate to, Page.Request page) {
        this(source, base == null ? null : base.name(), null, from, to, page);
    }
}
