package com.servistech.erp.commissions;

import com.servistech.erp.money.Money;
import com.servistech.erp.money.Percent;

/** A technician's share of the gross profit; a loss costs the technician nothing. */
record TechnicianCommission(Money revenue, Money cost, Percent share) {

    static final Percent STANDARD = Percent.of("35");

    Money grossProfit() {
        return revenue.minus(cost);
    }

    Money amount() {
        return grossProfit().isNegative() ? Money.zero(revenue.currency()) : share.of(grossProfit());
    }
}
