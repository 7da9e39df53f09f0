package com.servistech.erp.rates;

import com.servistech.erp.money.Currency;
import java.math.BigDecimal;
import java.time.LocalDate;

/** A rate that somebody read elsewhere, with the reason why it is entered by hand. */
public record NewManualRate(Currency currency, BigDecimal rate, LocalDate valueDate, String reason) {}
