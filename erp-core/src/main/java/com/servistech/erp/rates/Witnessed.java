package com.servistech.erp.rates;

import com.servistech.erp.rates.RateSource.Fetched;

/** What came of asking a further source. */
public record Witnessed(String source, Fetched<Quotes> fetched) {}
