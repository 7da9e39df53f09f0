package com.servistech.erp.rates;

import com.servistech.erp.money.Money;

/** An amount in the other currency, and by which rate. */
public record Conversion(Money result, RateView rate) {}
