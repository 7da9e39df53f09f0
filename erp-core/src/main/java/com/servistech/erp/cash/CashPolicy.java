package com.servistech.erp.cash;

import com.servistech.erp.ledger.BookRate;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Work;
import java.time.LocalDate;

/**
 * The limits of the drawers on a day: rows of {@code cash_policies}.
 *
 * @param approvalAbove in USD; a greater difference needs somebody else's approval
 */
record CashPolicy(Money approvalAbove) {

    static CashPolicy on(LocalDate day, Work work) {
        return work.sql()
                .first(
                        row -> new CashPolicy(new Money(row.decimal("approval_above_usd"), Currency.USD)),
                        "select approval_above_usd from erp.cash_policies where valid_from <= ? order by valid_from desc limit 1",
                        day)
                .orElseThrow(() -> new IllegalStateException("no policy of the drawers is valid on " + day));
    }

    /** What is missing in one currency is not made good by what is too much in the other. */
    boolean requiresApproval(Amounts difference, BookRate rate) {
        if (difference.isZero()) {
            return false;
        }
        Money off = absolute(rate.inVes(difference.usd())).plus(absolute(difference.ves()));
        return off.compareTo(rate.inVes(approvalAbove)) > 0;
    }

    private static Money absolute(Money amount) {
        return amount.isNegative() ? amount.negated() : amount;
    }
}
