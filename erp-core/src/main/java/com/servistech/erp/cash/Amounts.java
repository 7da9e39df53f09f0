package com.servistech.erp.cash;

import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;

/** An amount in each currency of a drawer. */
public record Amounts(Money usd, Money ves) {

    static Amounts of(java.math.BigDecimal usd, java.math.BigDecimal ves) {
        return usd == null ? null : new Amounts(new Money(usd, Currency.USD), new Money(ves, Currency.VES));
    }

    Amounts minus(Amounts other) {
        return new Amounts(usd.minus(other.usd), ves.minus(other.ves));
    }

    boolean isZero() {
        return usd.isZero() && ves.isZero();
    }
}
