package com.servistech.erp.billing.payment;

import com.servistech.erp.money.Money;
import com.servistech.erp.treasury.Family;
import java.math.BigDecimal;

/**
 * What somebody pays with, once it is known how it counts.
 *
 * @param changeInKind see {@link NewPayment}, also for {@code changeAsCredit}
 * @param rate bolívares for a dollar on the day on which the money moved
 */
record Tender(Family family, Money amount, Money changeInKind, boolean changeAsCredit, BigDecimal rate, Igtf igtf) {

    Tender worth(Money other) {
        return new Tender(family, other, changeInKind, changeAsCredit, rate, igtf);
    }
}
