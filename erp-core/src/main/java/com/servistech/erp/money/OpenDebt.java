package com.servistech.erp.money;

import java.math.BigDecimal;

/**
 * What a customer still owes, in dollars with eight decimals: bolívares paid on several days at several rates reduce it
 * exactly, where cents would lose up to some bolívares a payment.
 *
 * @param usd eight decimals, never negative
 */
public record OpenDebt(BigDecimal usd) {

    public OpenDebt {
        usd = Rounding.toDebt(usd);
        if (usd.signum() < 0) {
            throw new IllegalArgumentException("a debt is never negative: " + usd);
        }
    }

    public static OpenDebt of(Money usd) {
        return new OpenDebt(usd.amount());
    }

    /** What it takes in bolívares to settle all of it at a rate. */
    public Money dueInVes(BigDecimal rate) {
        return Money.rounded(usd.multiply(rate), Currency.VES);
    }

    /** The figure that people read. */
    public Money shown() {
        return Money.rounded(usd, Currency.USD);
    }

    public OpenDebt less(BigDecimal paidUsd) {
        return new OpenDebt(usd.subtract(paidUsd));
    }

    public boolean isSettled() {
        return usd.signum() == 0;
    }
}
