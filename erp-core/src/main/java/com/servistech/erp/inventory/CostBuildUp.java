package com.servistech.erp.inventory;

import com.servistech.erp.money.Money;
import com.servistech.erp.money.Percent;

/**
 * What one part really costs the shop (COGS+).
 *
 * @param cost what the supplier is paid
 * @param shipping to the store
 * @param operational handling and the like
 */
public record CostBuildUp(Money cost, Money shipping, Money operational) {

    /** Put aside for the warranty of each part, of its cost. */
    private static final Percent WARRANTY_FUND = Percent.of("10");

    /** Cost, shipping, operation and the warranty fund. */
    public Money total() {
        return cost.plus(shipping).plus(operational).plus(WARRANTY_FUND.of(cost));
    }
}
