package com.servistech.erp.rates;

import com.servistech.erp.money.Currency;
import com.servistech.erp.tenancy.Page;
import java.time.LocalDate;

/** Which observations; a null condition does not restrict. */
public record RateQuery(String source, Currency base, LocalDate from, LocalDate to, Page.Request page) {}
