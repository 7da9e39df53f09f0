package com.servistech.erp.rates;

import com.servistech.erp.money.Money;

/**
 * An amount in the other currency, and by which rate.
 *
 * @param explanation the calculation in words, as a person would check it
 * @param explanationEs the same in Spanish
 */
public record Conversion(Money result, RateView rate, String explanation, String explanationEs) {}
