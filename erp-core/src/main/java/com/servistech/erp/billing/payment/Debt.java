package com.servistech.erp.billing.payment;

import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.money.OpenDebt;
import com.servistech.erp.money.Rounding;
import java.math.BigDecimal;

/**
 * What an invoice still owes: dollars with eight decimals, and how many of its bolívares are not yet settled. Sources:
 * PR-5 and PR-6 of the worked examples; the tender that closes settles exactly what is left in both.
 *
 * @param totalVes of the invoice, the fiscal amount
 * @param releasedVes how much of it is settled
 * @param issueRate bolívares for a dollar on the invoice
 * @param inBolivares the debt was fixed in the printed bolívares and does not move with the rate
 */
record Debt(OpenDebt usd, Money totalVes, Money releasedVes, BigDecimal issueRate, boolean inBolivares) {

    /** Of the invoice's bolívares, what is not settled yet. */
    Money openVes() {
        return totalVes.minus(releasedVes);
    }

    /** Whether a rate values this debt as the invoice did. */
    boolean isAsIssuedAt(BigDecimal rate) {
        return inBolivares || issueRate.compareTo(rate) == 0;
    }

    /** What settles it in bolívares at a day's rate: at the invoice's own, the complement of what was settled before. */
    Money dueVes(BigDecimal rate) {
        if (usd.isSettled()) {
            return Money.zero(Currency.VES);
        }
        return isAsIssuedAt(rate) ? openVes() : usd.dueInVes(rate);
    }

    /** What settles it in dollars, before IGTF. */
    Money dueUsd(BigDecimal rate) {
        return inBolivares && issueRate.compareTo(rate) != 0 ? openVes().boughtAt(rate, Currency.USD) : usd.shown();
    }

    /** What a payment of dollars takes off, when it does not settle all. */
    BigDecimal partOf(Money dollars, BigDecimal rate) {
        BigDecimal part = inBolivares && issueRate.compareTo(rate) != 0
                ? Rounding.divide(dollars.amount().multiply(rate), issueRate)
                : dollars.amount();
        return below(part, dollars.amount(), dueUsd(rate).amount());
    }

    /** What a payment of bolívares takes off, when it does not settle all. */
    BigDecimal partOfVes(Money ves, BigDecimal rate) {
        BigDecimal part = Rounding.divide(ves.amount(), inBolivares ? issueRate : rate);
        return below(part, ves.amount(), dueVes(rate).amount());
    }

    /** The rounding of the invoice's lines must not let a part settle the whole: then it counts in proportion. */
    private BigDecimal below(BigDecimal part, BigDecimal paid, BigDecimal due) {
        return part.compareTo(usd.usd()) < 0
                ? part
                : usd.usd().multiply(paid).divide(due, 8, java.math.RoundingMode.DOWN);
    }

    /** Of the invoice's bolívares, what goes with dollars taken off. */
    Money release(BigDecimal applied) {
        if (applied.compareTo(usd.usd()) == 0) {
            return openVes();
        }
        Money part = Money.rounded(applied.multiply(issueRate), Currency.VES);
        return part.compareTo(openVes()) < 0 ? part : openVes();
    }

    /** The debt after some of it was settled. */
    Debt after(Application done) {
        return new Debt(
                usd.less(done.applied()), totalVes, releasedVes.plus(done.releasedVes()), issueRate, inBolivares);
    }
}
