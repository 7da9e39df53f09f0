package com.servistech.erp.commissions.rule;

import com.servistech.erp.money.Money;
import java.math.BigDecimal;

/** What who delivers and who sells earn (CR-7). */
public record Handover(BigDecimal flatUsd, BigDecimal accessoryPercent) {

    /** So many dollars for each order delivered. */
    public Money units(int units) {
        return Money.usd("1.00").times(flatUsd.multiply(BigDecimal.valueOf(units)));
    }

    /** The percentage of accessories, rounded half up; no accessory sold at a loss costs its seller. */
    public Money accessories(Money base) {
        Money share = base.times(accessoryPercent.movePointLeft(2));
        return share.isNegative() ? Money.zero(base.currency()) : share;
    }

    public Money total(int units, Money accessoriesBase) {
        return units(units).plus(accessories(accessoriesBase));
    }
}
