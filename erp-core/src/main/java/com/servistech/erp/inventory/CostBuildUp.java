package com.servistech.erp.inventory;

import com.servistech.erp.money.Money;
import com.servistech.erp.money.Percent;

/**
 * What one part really costs the shop (COGS+).
 *
 * @param cost what the supplier is paid
 * @param shipping to the store
 * @param operational handling and the like
 * @param warranty the share of the cost that is put aside for the warranty of each part
 */
public record CostBuildUp(Money cost, Money shipping, Money operational, Percent warranty) {

    /** What the shop puts aside unless the part says otherwise. */
    public static final Percent USUAL_WARRANTY = Percent.of("10");

    public CostBuildUp(Money cost, Money shipping, Money operational) {
        this(cost, shipping, operational, USUAL_WARRANTY);
    }

    /** Put aside for the warranty of one: rounded half up to cents (rule CR-3). */
    public Money warrantyFund() {
        return warranty.of(cost);
    }

    /** Cost, shipping, operation and the warranty fund. */
    public Money total() {
        return cost.plus(shipping).plus(operational).plus(warrantyFund());
    }

    /** The same for one that the supplier was paid otherwise for. */
    CostBuildUp paid(Money otherCost) {
        return new CostBuildUp(otherCost, shipping, operational, warranty);
    }
}
