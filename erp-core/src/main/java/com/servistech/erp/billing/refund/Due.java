package com.servistech.erp.billing.refund;

import com.servistech.erp.error.Invalid;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a credit note owes: dollars, and the bolívares that the books carry for them. Bolívares are given back at the
 * day's rate, as they were taken.
 */
record Due(Money usd, Money ves) {

    /** What part of it an amount gives back, in dollars and in the books' bolívares. */
    Due partOf(Money amount, BigDecimal rate) {
        Money all = amount.currency() == Currency.VES
                ? usd.convertedAt(rate, Currency.VES)
                : new Money(usd.amount(), amount.currency());
        if (amount.compareTo(all) > 0 || usd.isZero()) {
            throw Invalid.at("/amount/amount", "refunds.more-than-due", "At most %s is owed".formatted(all));
        } else if (amount.equals(all)) {
            return this;
        }
        BigDecimal dollars = amount.currency() == Currency.VES
                ? amount.amount().divide(rate, 2, RoundingMode.DOWN)
                : amount.amount();
        if (dollars.signum() == 0) {
            throw Invalid.at("/amount/amount", "refunds.too-little", "Less than a cent of a dollar");
        }
        BigDecimal carried = ves.amount().multiply(dollars).divide(usd.amount(), 2, RoundingMode.HALF_UP);
        return new Due(new Money(dollars, Currency.USD), new Money(carried, Currency.VES));
    }
}
