package com.servistech.erp.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How half a cent is rounded on documents. The default is {@link #HALF_UP}: the central bank's conversion resolutions
 * (18-03-01, and the reconversion guide of 2021) round the third decimal from five upwards. No source asks for
 * half-even; it is a value of the switch so that an issuer whose accountant wants it needs no release.
 */
public enum CentRule {
    HALF_UP(RoundingMode.HALF_UP),
    HALF_EVEN(RoundingMode.HALF_EVEN);

    private final RoundingMode mode;

    CentRule(RoundingMode mode) {
        this.mode = mode;
    }

    /** An exact amount to cents. */
    public Money round(BigDecimal exact, Currency currency) {
        return new Money(exact.setScale(2, mode), currency);
    }

    /** A quotient, rounded once. */
    public Money quotient(BigDecimal dividend, BigDecimal divisor, Currency currency) {
        return new Money(dividend.divide(divisor, 2, mode), currency);
    }

    /** A share of an amount, rounded once. */
    public Money share(Money whole, Percent percent) {
        return round(whole.amount().multiply(percent.value().movePointLeft(2)), whole.currency());
    }

    /** At a rate with all its decimals, rounded once. */
    public Money convert(Money amount, BigDecimal rate, Currency to) {
        return round(amount.amount().multiply(rate), to);
    }

    /** The part of an amount that contains the percentage which is left when it is taken out: 25.00 with 16 % is 21.55. */
    public Money without(Percent percent, Money whole) {
        BigDecimal divisor = BigDecimal.ONE.add(percent.value().movePointLeft(2));
        return quotient(whole.amount(), divisor, whole.currency());
    }
}
