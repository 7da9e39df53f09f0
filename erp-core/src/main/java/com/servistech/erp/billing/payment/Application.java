package com.servistech.erp.billing.payment;

import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import java.math.BigDecimal;

/**
 * What an amount does to a debt: the one function behind the preview that a screen shows and the payment itself. Rules
 * PR-4 to PR-6: foreign currency takes its face value off, less the IGTF that lies in it; bolívares at the invoice's own
 * rate settle the complement of its total, at another day's rate the debt at that rate; what is too much is left over.
 *
 * @param applied USD taken off the debt, eight decimals
 * @param value what that is worth in bolívares at the day's rate
 * @param releasedVes of the invoice's bolívares, at the rate of its issue
 * @param igtf in dollars
 * @param left in the currency of the amount: change or credit
 */
record Application(BigDecimal applied, Money value, Money releasedVes, Money igtf, Money igtfVes, Money left) {

    /** @param rate bolívares for a dollar on the day of the payment */
    static Application of(Money amount, Debt debt, BigDecimal rate, Igtf igtf) {
        return amount.currency() == Currency.VES ? bolivares(amount, debt, rate) : foreign(amount, debt, rate, igtf);
    }

    /** What must be handed over in a currency to settle all of a debt. */
    static Money toClose(Currency currency, Debt debt, BigDecimal rate, Igtf igtf) {
        return currency == Currency.VES
                ? debt.dueVes(rate)
                : new Money(igtf.needed(debt.dueUsd(rate)).amount(), currency);
    }

    /** Money that settles nothing yet: the base of it is kept, less the IGTF that lies in it. */
    static Application kept(Money amount, BigDecimal rate, Igtf igtf) {
        if (amount.currency() == Currency.VES) {
            Money noneVes = Money.zero(Currency.VES);
            return new Application(amount.amount(), amount, noneVes, Money.zero(Currency.USD), noneVes, noneVes);
        }
        Money handed = new Money(amount.amount(), Currency.USD);
        Money base = igtf.base(handed);
        Money tax = igtf.tax(base, handed);
        Money left = new Money(handed.minus(base).minus(tax).amount(), amount.currency());
        Money value = base.convertedAt(rate, Currency.VES);
        return new Application(
                base.amount(), value, Money.zero(Currency.VES), tax, tax.convertedAt(rate, Currency.VES), left);
    }

    private static Application bolivares(Money amount, Debt debt, BigDecimal rate) {
        Money due = debt.dueVes(rate);
        Money none = Money.zero(Currency.USD);
        Money noneVes = Money.zero(Currency.VES);
        if (amount.compareTo(due) >= 0) {
            BigDecimal all = debt.usd().usd();
            return new Application(all, due, debt.release(all), none, noneVes, amount.minus(due));
        }
        BigDecimal part = debt.partOfVes(amount, rate);
        Money released = debt.isAsIssuedAt(rate) ? amount : debt.release(part);
        return new Application(part, amount, released, none, noneVes, noneVes);
    }

    private static Application foreign(Money amount, Debt debt, BigDecimal rate, Igtf igtf) {
        Money handed = new Money(amount.amount(), Currency.USD);
        Money due = debt.dueUsd(rate);
        boolean closes = igtf.base(handed).compareTo(due) >= 0;
        Money used = closes ? igtf.needed(due) : handed;
        Money base = closes ? due : igtf.base(handed);
        Money tax = closes ? used.minus(due) : igtf.tax(base, handed);
        BigDecimal applied = closes ? debt.usd().usd() : debt.partOf(base, rate);
        Money released = debt.release(applied);
        // at the invoice's own rate nothing is won or lost by exchange: what closes is worth what was left to settle
        Money worth = base.convertedAt(rate, Currency.VES);
        Money value = closes && debt.isAsIssuedAt(rate) && !debt.inBolivares() ? released : worth;
        Money left = new Money(amount.amount().subtract(base.amount()).subtract(tax.amount()), amount.currency());
        return new Application(applied, value, released, tax, tax.convertedAt(rate, Currency.VES), left);
    }
}
