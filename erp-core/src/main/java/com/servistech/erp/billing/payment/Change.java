package com.servistech.erp.billing.payment;

import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.money.Rounding;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * Change, given in the currency that was handed over, in the other one of the drawer, or partly in each. Rounded down:
 * PR-7. What is given in dollars for bolívares leaves a rest of bolívares, which is given too.
 *
 * @param inKind in the currency that was handed over
 * @param inOther in the other currency
 */
record Change(Money inKind, Money inOther) {

    static Change none(Currency currency) {
        return new Change(Money.zero(currency), Money.zero(other(currency)));
    }

    /**
     * @param left what is too much
     * @param inKind how much of it is given in its own currency, null for all; never more than it
     */
    static Change of(Money left, Money inKind, BigDecimal rate) {
        Currency other = other(left.currency());
        if (inKind == null || inKind.equals(left)) {
            return new Change(left, Money.zero(other));
        }
        BigDecimal rest = left.minus(inKind).amount();
        if (other == Currency.VES) {
            return new Change(inKind, new Money(Rounding.downToCents(rest.multiply(rate)), other));
        }
        BigDecimal dollars = Rounding.downToCents(Rounding.divide(rest, rate));
        BigDecimal coins = Rounding.downToCents(rest.subtract(dollars.multiply(rate)));
        return new Change(inKind.plus(new Money(coins, Currency.VES)), new Money(dollars, other));
    }

    List<Money> parts() {
        return Stream.of(inKind, inOther).filter(Money::isPositive).toList();
    }

    private static Currency other(Currency currency) {
        return currency == Currency.VES ? Currency.USD : Currency.VES;
    }
}
