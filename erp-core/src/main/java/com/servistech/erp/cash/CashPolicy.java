package com.servistech.erp.cash;

import com.servistech.erp.ledger.BookRate;
import com.servistech.erp.money.Money;
import com.servistech.erp.stores.Limit;
import com.servistech.erp.stores.Limits;
import com.servistech.erp.tenancy.Work;
import java.time.LocalDate;

/**
 * The limits of the drawers on a day: {@link Limit#CASH_DIFFERENCE} of the store.
 *
 * @param approvalAbove in USD; a greater difference needs somebody else's approval
 */
record CashPolicy(Money approvalAbove) {

    static CashPolicy on(LocalDate day, Work work) {
        return new CashPolicy(new Limits(work).on(day, Limit.CASH_DIFFERENCE));
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
