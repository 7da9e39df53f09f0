package com.servistech.erp.billing.payment;

import com.servistech.erp.billing.tax.IgtfMethod;
import com.servistech.erp.billing.tax.IgtfRule;
import com.servistech.erp.money.CentRule;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.money.Percent;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How IGTF lies in an amount of dollars. Source: Ley de IGTF (G.O. 6.687 Ext.), PA SNAT/2022/000013; PR-4. On top: the
 * largest base whose IGTF still fits into the amount. Gross: the percentage of all that is handed over.
 */
record Igtf(IgtfRule rule, CentRule cents) {

    private static final Money CENT = Money.usd("0.01");

    static Igtf none() {
        return new Igtf(new IgtfRule(Percent.of("0"), IgtfMethod.ON_TOP, "No causa IGTF"), CentRule.HALF_UP);
    }

    /** What of an amount settles a debt; the cents that fit nowhere are neither base nor IGTF. */
    Money base(Money amount) {
        if (!rule.applies()) {
            return amount;
        } else if (rule.method() == IgtfMethod.GROSS) {
            return amount.minus(cents.share(amount, rule.percent()));
        }
        Money base = quotient(amount, BigDecimal.ONE.add(factor())).plus(CENT);
        while (base.plus(cents.share(base, rule.percent())).compareTo(amount) > 0) {
            base = base.minus(CENT);
        }
        return base;
    }

    /** What goes with a base out of an amount of which it is the {@link #base}. */
    Money tax(Money base, Money amount) {
        if (!rule.applies()) {
            return Money.zero(Currency.USD);
        }
        return rule.method() == IgtfMethod.GROSS ? amount.minus(base) : cents.share(base, rule.percent());
    }

    /** The least that must be handed over for a base to be settled. */
    Money needed(Money base) {
        if (!rule.applies() || base.isZero()) {
            return base;
        } else if (rule.method() == IgtfMethod.ON_TOP) {
            return base.plus(cents.share(base, rule.percent()));
        }
        Money needed = quotient(base, BigDecimal.ONE.subtract(factor()));
        while (base(needed).compareTo(base) < 0) {
            needed = needed.plus(CENT);
        }
        while (base(needed.minus(CENT)).compareTo(base) >= 0) {
            needed = needed.minus(CENT);
        }
        return needed;
    }

    private BigDecimal factor() {
        return rule.percent().value().movePointLeft(2);
    }

    private static Money quotient(Money amount, BigDecimal divisor) {
        return new Money(amount.amount().divide(divisor, 2, RoundingMode.HALF_UP), Currency.USD);
    }
}
