package com.servistech.erp.commissions.rule;

import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.money.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a month pays (CR-17). A debt of before takes at most a third of what the month brought (LOTTT art. 154), rounded
 * down; the rest is carried on. {@code earned + debited + openingCarry = pay + closingCarry}, always.
 *
 * @param earned commissions of the month and their corrections
 * @param debited debits of the month, negative, less what took debits back
 * @param openingCarry zero or negative
 */
public record Pay(Money earned, Money debited, Money openingCarry, Terms.CapScope scope) {

    private static final BigDecimal THIRDS = BigDecimal.valueOf(3);

    /** At most so much of the month's pay may go to what the cap is for. */
    public Money cap() {
        BigDecimal positive = earned.amount().max(BigDecimal.ZERO);
        return new Money(Rounding.downToCents(positive.divide(THIRDS, 4, RoundingMode.DOWN)), Currency.USD);
    }

    public Money pay() {
        return scope == Terms.CapScope.CARRY_ONLY
                ? positive(earned.plus(debited).minus(smaller(cap(), openingCarry.negated())))
                : positive(earned.plus(atMostCap(debited.plus(openingCarry))));
    }

    /** What of the debt was paid by this month. */
    public Money recovered() {
        Money before = scope == Terms.CapScope.CARRY_ONLY ? earned.plus(debited) : earned;
        return positive(positive(before).minus(pay()));
    }

    public Money closingCarry() {
        return earned.plus(debited).plus(openingCarry).minus(pay());
    }

    /** A debt counts up to the cap, what is given back counts whole. */
    private Money atMostCap(Money debts) {
        return debts.isNegative() ? smaller(cap(), debts.negated()).negated() : debts;
    }

    private static Money smaller(Money one, Money other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Money positive(Money amount) {
        return amount.isNegative() ? Money.zero(Currency.USD) : amount;
    }
}
