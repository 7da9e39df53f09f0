package com.servistech.erp.billing.payment;

import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.money.OpenDebt;
import com.servistech.erp.money.Percent;
import com.servistech.erp.money.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What an amount does to a debt.
 *
 * <p>Foreign currency takes its face value off the debt; for a special taxpayer the IGTF of 3 % (Ley de IGTF, decreto
 * 4.647) lies within what is handed over: the largest base whose base + IGTF does not exceed it. Bolívares at the
 * invoice's own rate settle it with the complement of its total in bolívares, so that the sum is exact; at another
 * day's rate with the debt at that rate, a part of it with eight decimals. What is left over is change or credit.
 *
 * @param applied USD taken off the debt, eight decimals
 * @param ves value of the applied part at the day's rate
 * @param releasedVes of the invoice's bolívares, at the rate of its issue
 * @param left change or credit, in the currency of the amount
 */
record Application(BigDecimal applied, Money igtf, Money ves, Money releasedVes, Money left) {

    private static final Percent IGTF = Percent.of("3");
    private static final BigDecimal WITH_IGTF = new BigDecimal("1.03");

    /** What is owed and at which rates. */
    record Debt(OpenDebt debt, Money totalVes, Money released, BigDecimal issueRate, BigDecimal dayRate) {

        boolean atIssueRate() {
            return issueRate.compareTo(dayRate) == 0;
        }

        /** In bolívares of the day. */
        Money dueVes() {
            return atIssueRate() ? totalVes.minus(released) : debt.dueInVes(dayRate);
        }

        Money release(BigDecimal applied) {
            return applied.compareTo(debt.usd()) == 0
                    ? totalVes.minus(released)
                    : Money.rounded(applied.multiply(issueRate), Currency.VES);
        }
    }

    static Application of(Money amount, Debt owed, boolean igtf) {
        return amount.currency() == Currency.VES ? bolivares(amount, owed) : foreign(amount, owed, igtf);
    }

    private static Application bolivares(Money amount, Debt owed) {
        Money due = owed.dueVes();
        if (amount.compareTo(due) >= 0) {
            BigDecimal all = owed.debt().usd();
            return new Application(all, Money.zero(Currency.USD), due, owed.release(all), amount.minus(due));
        }
        BigDecimal part =
                Rounding.divide(amount.amount(), owed.dayRate()).min(owed.debt().usd());
        Money released = owed.atIssueRate() ? amount : owed.release(part);
        return new Application(part, Money.zero(Currency.USD), amount, released, Money.zero(Currency.VES));
    }

    private static Application foreign(Money amount, Debt owed, boolean special) {
        Money shown = owed.debt().shown();
        Money base = special ? base(amount) : amount;
        boolean closes = base.amount().compareTo(shown.amount()) >= 0;
        BigDecimal applied = closes ? owed.debt().usd() : base.amount();
        Money taken = closes ? new Money(shown.amount(), amount.currency()) : base;
        Money tax = special ? IGTF.of(new Money(taken.amount(), Currency.USD)) : Money.zero(Currency.USD);
        Money left = closes
                ? new Money(amount.amount().subtract(taken.amount()).subtract(tax.amount()), amount.currency())
                : new Money(amount.amount().subtract(taken.amount()).subtract(tax.amount()), amount.currency());
        Money ves = Money.rounded(taken.amount().multiply(owed.dayRate()), Currency.VES);
        return new Application(applied, tax, ves, owed.release(applied), left);
    }

    /** The largest base with base + round(3 % of it) within the amount. */
    private static Money base(Money amount) {
        Money usd = new Money(amount.amount(), Currency.USD);
        Money cent = Money.usd("0.01");
        Money base = new Money(amount.amount().divide(WITH_IGTF, 2, RoundingMode.UP), Currency.USD).plus(cent);
        while (base.plus(IGTF.of(base)).compareTo(usd) > 0) {
            base = base.minus(cent);
        }
        return new Money(base.amount(), amount.currency());
    }
}
